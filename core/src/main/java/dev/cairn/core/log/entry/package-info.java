/** What stands in a run's log and how it is written. The only importer of Jackson. */
@NullMarked
package dev.cairn.core.log.entry;

import org.jspecify.annotations.NullMarked;
