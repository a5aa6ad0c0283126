/** Why calls of a run ran or were restored, as far as its log tells. */
@NullMarked
package dev.cairn.core.explain;

import org.jspecify.annotations.NullMarked;
