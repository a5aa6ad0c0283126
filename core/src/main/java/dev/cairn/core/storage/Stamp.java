package dev.cairn.core.storage;

/**
 * What a storage tells of an object without reading it. An object that was changed or replaced has
 * another stamp, but for damage that leaves its size and its times alone: so equal stamps are good
 * enough for a list, and for nothing that is acted upon.
 *
 * @param sizeBytes how large it is
 * @param changed when its bytes were written, by the storage's clock, as fine as it knows
 * @param identity tells it from what had its key before
 */
public record Stamp(long sizeBytes, long changed, long identity) {}
