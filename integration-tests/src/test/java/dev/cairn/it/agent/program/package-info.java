/** The programs that the tests of the agent start. */
@NullMarked
package dev.cairn.it.agent.program;

import org.jspecify.annotations.NullMarked;
