/** Numbers of objects, how each was found, and the path that people read. */
@NullMarked
package dev.cairn.core.graph.number;

import org.jspecify.annotations.NullMarked;
