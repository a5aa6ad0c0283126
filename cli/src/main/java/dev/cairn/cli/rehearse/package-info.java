/** Rehearses crashes of a user's command: starts it again and again, and shows what came of it. */
@NullMarked
package dev.cairn.cli.rehearse;

import org.jspecify.annotations.NullMarked;
