/** Snapshots as trees of names and values, for whoever has not the application's classes. */
@NullMarked
package dev.cairn.core.codec.tree;

import org.jspecify.annotations.NullMarked;
