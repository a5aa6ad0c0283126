/** The words of Cairn as values: records that check themselves. Uses nothing else of core. */
@NullMarked
package dev.cairn.core.model;

import org.jspecify.annotations.NullMarked;
