/** Processes that share a store over a bad network, one step at a time. */
@NullMarked
package dev.cairn.testkit.simulation;

import org.jspecify.annotations.NullMarked;
