/** Raw bytes as copies out of earlier ones and what is new. */
@NullMarked
package dev.cairn.core.log.delta;

import org.jspecify.annotations.NullMarked;
