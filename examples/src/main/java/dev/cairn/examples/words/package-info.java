/** The smallest useful pipeline: the README's example. */
@NullMarked
package dev.cairn.examples.words;

import org.jspecify.annotations.NullMarked;
