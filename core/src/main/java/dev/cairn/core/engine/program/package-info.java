/** The program that a JVM was started for, as the engine sees it: what may be a run of its own. */
@NullMarked
package dev.cairn.core.engine.program;

import org.jspecify.annotations.NullMarked;
