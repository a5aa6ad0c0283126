/** Checkpoints that a program saves and loads by hand, without the agent. */
@NullMarked
package dev.cairn.it.byhand;

import org.jspecify.annotations.NullMarked;
