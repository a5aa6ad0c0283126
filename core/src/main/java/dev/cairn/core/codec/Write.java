package dev.cairn.core.codec;

import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.NodeKind;
import java.util.Optional;

/**
 * A content on its way to an object.
 *
 * @param target the object, live or new
 * @param kind how it is written
 * @param content what it will have
 */
public record Write(Object target, NodeKind kind, Content content) {

  /** The content that the target has now, so that it can be put back. */
  Write inverse() {
    return new Write(target, kind, kind.capture(target));
  }

  /** Why the content that the target has now could not be put back, where that is so. */
  Optional<String> obstacle() {
    return kind.obstacle(target);
  }

  /** Writes. */
  public void perform() {
    kind.assign(target, content);
  }
}
