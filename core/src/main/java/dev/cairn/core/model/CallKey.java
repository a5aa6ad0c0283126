package dev.cairn.core.model;

/**
 * What tells one call of a stage from another under the same parent.
 *
 * @param stage the stage's name
 * @param discriminator {@code k:} and the {@code @Key} values, or {@code f:} and the fingerprint of
 *     the inputs
 * @param occurrence counts equal calls from 0
 */
public record CallKey(String stage, String discriminator, int occurrence) {}
