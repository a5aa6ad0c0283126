/** Snapshots of a call: encoded, decoded, written into live objects, put back. */
@NullMarked
package dev.cairn.core.codec;

import org.jspecify.annotations.NullMarked;
