package dev.cairn.core.differential;

import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.NodeKind;
import java.util.Optional;

/** A kind that does as another, but for what is overridden. */
public abstract class Treated extends NodeKind {
  private final NodeKind inner;

  protected Treated(NodeKind inner) {
    super(inner.type(), inner.layout());
    this.inner = inner;
  }

  @Override
  public void visit(Object object, ContentSink sink) {
    inner.visit(object, sink);
  }

  @Override
  public Object create(Content content) {
    return inner.create(content);
  }

  @Override
  public void assign(Object object, Content content) {
    inner.assign(object, content);
  }

  @Override
  public boolean asksElements() {
    return inner.asksElements();
  }

  @Override
  public Optional<String> notCreatable() {
    return inner.notCreatable();
  }

  @Override
  public Optional<String> obstacle(Object object) {
    return inner.obstacle(object);
  }

  @Override
  public String identity() {
    return inner.identity();
  }
}
