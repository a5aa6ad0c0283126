/** The one primitive under the store: objects put if absent, read, listed. A storage sees bytes. */
@NullMarked
package dev.cairn.core.storage;

import org.jspecify.annotations.NullMarked;
