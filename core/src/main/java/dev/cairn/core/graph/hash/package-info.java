/** Content as canonical bytes and their hashes: the only importer of hash4j. */
@NullMarked
package dev.cairn.core.graph.hash;

import org.jspecify.annotations.NullMarked;
