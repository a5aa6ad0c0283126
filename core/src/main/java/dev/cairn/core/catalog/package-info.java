/** The read side of a store: what runs there are and what stands in them. */
@NullMarked
package dev.cairn.core.catalog;

import org.jspecify.annotations.NullMarked;
