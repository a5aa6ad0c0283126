/** Runs and their logs: entries, packs, claims, fencing, takeover. The only importer of Jackson. */
@NullMarked
package dev.cairn.core.log;

import org.jspecify.annotations.NullMarked;
