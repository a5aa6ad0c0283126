/** Which checkpoints hold which objects of the program. */
@NullMarked
package dev.cairn.core.engine.lineage;

import org.jspecify.annotations.NullMarked;
