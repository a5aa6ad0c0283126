/** Runs in a directory of a local file system. */
@NullMarked
package dev.cairn.core.storage.directory;

import org.jspecify.annotations.NullMarked;
