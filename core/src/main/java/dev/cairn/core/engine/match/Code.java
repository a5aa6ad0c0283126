package dev.cairn.core.engine.match;

import dev.cairn.core.model.Fingerprint;
import java.util.Map;
import java.util.Optional;

/**
 * A stage's code as it is now.
 *
 * @param fingerprint of all of it, or of its declared version; equal to no other where it cannot be
 *     compared
 * @param methods a digest of each part of it, by name; none of a declared version
 * @param obstacle why it cannot be compared, if it cannot
 */
public record Code(
    Fingerprint fingerprint, Map<String, String> methods, Optional<String> obstacle) {}
