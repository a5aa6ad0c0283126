/**
 * A document pipeline on real text: from raw debates to a page with names, phrases and topics.
 *
 * <p>It is written as such programs usually are, with objects that change in place; the annotations
 * of Cairn are all that was added. It runs with and without the agent.
 */
@NullMarked
package dev.cairn.examples.documents;

import org.jspecify.annotations.NullMarked;
