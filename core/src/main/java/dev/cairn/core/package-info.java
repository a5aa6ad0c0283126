/** Assembles the product. Nobody else in core imports this package. */
@NullMarked
package dev.cairn.core;

import org.jspecify.annotations.NullMarked;
