/**
 * The one walker over live object graphs: what is state, its fingerprint, its numbers and paths.
 */
@NullMarked
package dev.cairn.core.graph;

import org.jspecify.annotations.NullMarked;
