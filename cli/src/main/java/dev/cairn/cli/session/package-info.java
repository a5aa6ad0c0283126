/** What commands have around them: settings, the store, the run that is meant, how they end. */
@NullMarked
package dev.cairn.cli.session;

import org.jspecify.annotations.NullMarked;
