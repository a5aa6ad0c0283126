/** The JDK's immutable values. */
@NullMarked
package dev.cairn.core.graph.jdk.value;

import org.jspecify.annotations.NullMarked;
