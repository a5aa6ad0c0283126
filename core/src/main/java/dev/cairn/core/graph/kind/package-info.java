/**
 * Kinds of object: what an object's content is, and how it is read, made and written. Walk, codec,
 * restore and rollback all use the same kinds, so that none can know more or less than another.
 */
@NullMarked
package dev.cairn.core.graph.kind;

import org.jspecify.annotations.NullMarked;
