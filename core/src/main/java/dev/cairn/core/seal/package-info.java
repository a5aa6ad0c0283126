/** How payloads stand in the store: compressed, framed, hashed. */
@NullMarked
package dev.cairn.core.seal;

import org.jspecify.annotations.NullMarked;
