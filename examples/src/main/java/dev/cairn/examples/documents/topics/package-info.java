/** What the debates were about: words, phrases and topics. */
@NullMarked
package dev.cairn.examples.documents.topics;

import org.jspecify.annotations.NullMarked;
