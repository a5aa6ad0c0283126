/**
 * Runs and calls: which run a call belongs to, whether it is executed or restored, and the two
 * ways, each a short sequence of steps.
 */
@NullMarked
package dev.cairn.core.engine;

import org.jspecify.annotations.NullMarked;
