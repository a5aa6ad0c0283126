/** What becomes of a stage that throws. */
@NullMarked
package dev.cairn.core.engine.failure;

import org.jspecify.annotations.NullMarked;
