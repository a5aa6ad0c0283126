/** Kinds of the JDK's classes. None is taken apart unless a kind was written for it. */
@NullMarked
package dev.cairn.core.graph.jdk;

import org.jspecify.annotations.NullMarked;
