/** The JDK's containers that can be changed, and the application's subclasses of them. */
@NullMarked
package dev.cairn.core.graph.jdk.container;

import org.jspecify.annotations.NullMarked;
