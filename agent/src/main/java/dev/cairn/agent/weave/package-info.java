/**
 * Finds the methods that are stages and pipelines, and weaves the call of the bridge into them.
 * Uses core's model and configuration; the only importer of Byte Buddy and of the ASM inside it.
 */
@NullMarked
package dev.cairn.agent.weave;

import org.jspecify.annotations.NullMarked;
