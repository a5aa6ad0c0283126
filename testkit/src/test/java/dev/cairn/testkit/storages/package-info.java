/** Storages against their contract, and what stands around them. */
@NullMarked
package dev.cairn.testkit.storages;

import org.jspecify.annotations.NullMarked;
