/** Whom an encrypted store opens for, and what becomes of its objects then. */
@NullMarked
package dev.cairn.core.log.keys;

import org.jspecify.annotations.NullMarked;
