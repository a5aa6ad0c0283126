package dev.cairn.testkit.tampering;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keyrings put together of several: their hashes are no secret. */
final class Rings {
  private static final Pattern PART =
      Pattern.compile("\"(\\w+)\":(?:\\[[^\\]]*\\]|\"[^\"]*\"|[0-9]+)[,}]");

  private Rings() {}

  /** One ring with each part of another one that is not the same. */
  static Stream<byte[]> mixed(byte[] ring, byte[] donor) {
    String line = HashedText.line(ring);
    return parts(HashedText.line(donor))
        .flatMap(
            part ->
                parts(line)
                    .filter(own -> own.group(1).equals(part.group(1)))
                    .filter(own -> !own.group().equals(part.group()))
                    .map(own -> line.replace(own.group(), part.group())))
        .map(HashedText::of);
  }

  private static Stream<MatchResult> parts(String line) {
    return PART.matcher(line).results();
  }
}
