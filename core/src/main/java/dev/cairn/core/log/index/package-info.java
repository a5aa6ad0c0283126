/** What listings have read of logs, kept so that the next one need not read it again. */
@NullMarked
package dev.cairn.core.log.index;

import org.jspecify.annotations.NullMarked;
