/** Parts of the JDK's objects that functions read and write. */
@NullMarked
package dev.cairn.core.graph.jdk.slot;

import org.jspecify.annotations.NullMarked;
