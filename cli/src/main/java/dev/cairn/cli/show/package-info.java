/** Runs and what is recorded of them, as pages for people and as JSON. */
@NullMarked
package dev.cairn.cli.show;

import org.jspecify.annotations.NullMarked;
