/** What can go wrong, by what the caller can do about it. */
@NullMarked
package dev.cairn.core.error;

import org.jspecify.annotations.NullMarked;
