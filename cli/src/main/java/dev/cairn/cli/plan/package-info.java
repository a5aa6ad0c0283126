/** The command {@code plan}. */
@NullMarked
package dev.cairn.cli.plan;

import org.jspecify.annotations.NullMarked;
