/** What walking, encoding and decoding state costs. */
@NullMarked
package dev.cairn.benchmarks.state;

import org.jspecify.annotations.NullMarked;
