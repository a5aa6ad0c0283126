/** What a store costs whoever looks at it. */
@NullMarked
package dev.cairn.benchmarks.store;

import org.jspecify.annotations.NullMarked;
