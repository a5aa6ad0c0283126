package dev.cairn.testkit.tampering;

import dev.cairn.core.storage.StorageKey;
import java.util.Map;

/**
 * Something that somebody did to a store who cannot make objects, but has others.
 *
 * @param what for people
 * @param changes the objects that are others now
 */
record Forgery(String what, Map<StorageKey, byte[]> changes) {}
