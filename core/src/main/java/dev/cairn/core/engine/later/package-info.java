/** Results that come after the stage that promised them has returned. */
@NullMarked
package dev.cairn.core.engine.later;

import org.jspecify.annotations.NullMarked;
