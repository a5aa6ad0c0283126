/** What grows with the number of calls, with the state, with the runs of a store, with threads. */
@NullMarked
package dev.cairn.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
