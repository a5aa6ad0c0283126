package dev.cairn.examples.documents.topics;

/**
 * Two words that stand together more often than chance would have it.
 *
 * @param text the two words
 * @param count how often they stand together
 * @param strength Dunning's log-likelihood ratio
 */
public record Phrase(String text, int count, double strength) {}
