/** Kinds of the application's own classes, and of arrays. */
@NullMarked
package dev.cairn.core.graph.app;

import org.jspecify.annotations.NullMarked;
