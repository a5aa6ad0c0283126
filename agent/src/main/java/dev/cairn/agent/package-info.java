/** Puts the agent together and starts it, inside the agent loader. */
@NullMarked
package dev.cairn.agent;

import org.jspecify.annotations.NullMarked;
