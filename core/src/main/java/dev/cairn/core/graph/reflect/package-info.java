/** What a class says about itself, and how its private parts are reached. */
@NullMarked
package dev.cairn.core.graph.reflect;

import org.jspecify.annotations.NullMarked;
