/** Rehearsals of crashes: what each start of a program saw, and how two of them differ. */
@NullMarked
package dev.cairn.core.rehearsal;

import org.jspecify.annotations.NullMarked;
