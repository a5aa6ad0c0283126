/** Which process owns a run, and whether it is still there. */
@NullMarked
package dev.cairn.core.log.owner;

import org.jspecify.annotations.NullMarked;
