/** The page about the debates. */
@NullMarked
package dev.cairn.examples.documents.report;

import org.jspecify.annotations.NullMarked;
