/**
 * Where objects come from: what tells to which run a call belongs on a thread that does not know.
 */
@NullMarked
package dev.cairn.core.engine.origin;

import org.jspecify.annotations.NullMarked;
