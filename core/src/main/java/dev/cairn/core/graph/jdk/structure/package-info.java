/** The private structure of the JDK's containers: hash tables, chains, trees. */
@NullMarked
package dev.cairn.core.graph.jdk.structure;

import org.jspecify.annotations.NullMarked;
