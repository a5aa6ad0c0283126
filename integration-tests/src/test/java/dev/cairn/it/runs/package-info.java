/** How runs open, resume, wait, fail and end, seen from outside by programs that use them. */
@NullMarked
package dev.cairn.it.runs;

import org.jspecify.annotations.NullMarked;
