/** What is known about each class: the kind of its instances, its hooks, its constants. */
@NullMarked
package dev.cairn.core.graph.type;

import org.jspecify.annotations.NullMarked;
