/** The rules of ARCHITECTURE.md, each with a fixture that breaks it. */
@NullMarked
package dev.cairn.it.architecture;

import org.jspecify.annotations.NullMarked;
