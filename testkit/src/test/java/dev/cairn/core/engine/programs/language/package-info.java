/** Random pipeline programs: what they consist of, how they are made, run and compared. */
@NullMarked
package dev.cairn.core.engine.programs.language;

import org.jspecify.annotations.NullMarked;
