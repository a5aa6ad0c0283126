/** Whether a store can live in a place. */
@NullMarked
package dev.cairn.cli.probe;

import org.jspecify.annotations.NullMarked;
