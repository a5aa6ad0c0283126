/** The way of a state into the store and back, step by step and as a whole. */
@NullMarked
package dev.cairn.benchmarks.save;

import org.jspecify.annotations.NullMarked;
