/** What opens encrypted stores: {@code keygen}, {@code key}. */
@NullMarked
package dev.cairn.cli.key;

import org.jspecify.annotations.NullMarked;
