/** What commands have in common: the store and the run that they are about, and how they answer. */
@NullMarked
package dev.cairn.cli.command;

import org.jspecify.annotations.NullMarked;
