/** What is done about storages and stores that may be broken: {@code repair}, {@code probe}. */
@NullMarked
package dev.cairn.cli.repair;

import org.jspecify.annotations.NullMarked;
