/** One object of every kind that programs have. */
@NullMarked
package dev.cairn.it.kinds.specimen;

import org.jspecify.annotations.NullMarked;
