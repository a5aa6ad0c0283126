@NullMarked
package dev.cairn.agent.program;

import org.jspecify.annotations.NullMarked;
