/** What is sound in a damaged store, written elsewhere. */
@NullMarked
package dev.cairn.core.repair;

import org.jspecify.annotations.NullMarked;
