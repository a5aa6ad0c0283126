/** The same pipeline with Cairn and with what one would take instead, each as its guide says. */
@NullMarked
package dev.cairn.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
