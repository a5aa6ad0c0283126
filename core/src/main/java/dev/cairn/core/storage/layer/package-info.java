/**
 * Wrappers that are storages themselves, and the threads that their input and output happens on.
 */
@NullMarked
package dev.cairn.core.storage.layer;

import org.jspecify.annotations.NullMarked;
