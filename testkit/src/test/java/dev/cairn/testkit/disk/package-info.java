/** A disk in memory that remembers everything done to it, and what a power cut would leave. */
@NullMarked
package dev.cairn.testkit.disk;

import org.jspecify.annotations.NullMarked;
