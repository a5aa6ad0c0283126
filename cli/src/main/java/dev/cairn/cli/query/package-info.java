/** Which checkpoints are wanted, and what is said of them: pages for people, and JSON. */
@NullMarked
package dev.cairn.cli.query;

import org.jspecify.annotations.NullMarked;
