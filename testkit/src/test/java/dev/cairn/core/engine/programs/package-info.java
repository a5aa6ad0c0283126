/** Random pipeline programs under the engine: crashed, resumed, and compared with plain runs. */
@NullMarked
package dev.cairn.core.engine.programs;

import org.jspecify.annotations.NullMarked;
