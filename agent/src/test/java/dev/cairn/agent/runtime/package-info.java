/** What stands behind the bridge. */
@NullMarked
package dev.cairn.agent.runtime;

import org.jspecify.annotations.NullMarked;
