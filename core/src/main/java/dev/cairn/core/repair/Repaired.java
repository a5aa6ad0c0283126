package dev.cairn.core.repair;

import dev.cairn.core.catalog.Verification.Finding;
import java.util.List;

/**
 * What a repair wrote and what it had to leave out.
 *
 * @param runs how many runs were written, those without a loss and those with one
 * @param objects how many objects
 * @param bytes how large they are
 * @param lost what is not as it was written and was left out
 */
public record Repaired(int runs, int objects, long bytes, List<Finding> lost) {}
