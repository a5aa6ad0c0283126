/** What people say about a run, and what they delete of it. */
@NullMarked
package dev.cairn.cli.amend;

import org.jspecify.annotations.NullMarked;
