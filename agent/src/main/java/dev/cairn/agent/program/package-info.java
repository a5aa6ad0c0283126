/** The program of this JVM: what was started, whether it is a server, how it ends. */
@NullMarked
package dev.cairn.agent.program;

import org.jspecify.annotations.NullMarked;
