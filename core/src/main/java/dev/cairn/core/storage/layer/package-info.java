/** Wrappers that are storages themselves. */
@NullMarked
package dev.cairn.core.storage.layer;

import org.jspecify.annotations.NullMarked;
