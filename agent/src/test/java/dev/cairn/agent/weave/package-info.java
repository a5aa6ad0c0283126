/** Weaves fixtures in throw-away loaders. */
@NullMarked
package dev.cairn.agent.weave;

import org.jspecify.annotations.NullMarked;
