/** What people say about a run: entries of its log that change what earlier ones are worth. */
@NullMarked
package dev.cairn.core.amend;

import org.jspecify.annotations.NullMarked;
