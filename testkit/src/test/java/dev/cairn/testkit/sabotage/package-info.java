/** What goes wrong below a store, and what a store could do wrong. */
@NullMarked
package dev.cairn.testkit.sabotage;

import org.jspecify.annotations.NullMarked;
