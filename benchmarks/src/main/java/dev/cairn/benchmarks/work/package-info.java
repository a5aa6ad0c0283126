/** State that every way of saving it can save. */
@NullMarked
package dev.cairn.benchmarks.work;

import org.jspecify.annotations.NullMarked;
