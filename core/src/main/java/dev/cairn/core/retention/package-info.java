/** Which finished runs are kept, and the removal of the others. */
@NullMarked
package dev.cairn.core.retention;

import org.jspecify.annotations.NullMarked;
