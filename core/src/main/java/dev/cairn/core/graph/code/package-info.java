/** What the bytecode of a stage says about its use of {@code this}. The only importer of ASM. */
@NullMarked
package dev.cairn.core.graph.code;

import org.jspecify.annotations.NullMarked;
