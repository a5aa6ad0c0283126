/** Windows of the JDK on lists, maps and arrays. */
@NullMarked
package dev.cairn.core.graph.jdk.view;

import org.jspecify.annotations.NullMarked;
