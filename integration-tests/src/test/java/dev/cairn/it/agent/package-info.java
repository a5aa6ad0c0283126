/** The agent: that it weaves what it promises, tells the rest, and harms nothing. */
@NullMarked
package dev.cairn.it.agent;

import org.jspecify.annotations.NullMarked;
