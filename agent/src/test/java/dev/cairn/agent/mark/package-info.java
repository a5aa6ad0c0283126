@NullMarked
package dev.cairn.agent.mark;

import org.jspecify.annotations.NullMarked;
