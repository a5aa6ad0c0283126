/** The debates, their sentences, and the names in them. */
@NullMarked
package dev.cairn.examples.documents.text;

import org.jspecify.annotations.NullMarked;
