/** What stands behind the bridge: hands calls of woven methods to the engine, and contains it. */
@NullMarked
package dev.cairn.agent.runtime;

import org.jspecify.annotations.NullMarked;
