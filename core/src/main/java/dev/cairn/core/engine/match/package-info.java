/**
 * Whether a recorded call counts: keys, code, places, and the decision, which is a pure function.
 */
@NullMarked
package dev.cairn.core.engine.match;

import org.jspecify.annotations.NullMarked;
