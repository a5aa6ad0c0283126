package dev.cairn.agent.weave;

import dev.cairn.agent.mark.NamedMethods;
import dev.cairn.agent.runtime.TestBridge;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A weaver at work in a test. */
public final class Weave implements StageTransformer.Weaving {
  final Told told = new Told();
  final WovenMethods methods = new WovenMethods();
  final List<String> failures = new ArrayList<>();
  final TestBridge bridge = TestBridge.get();
  private final NamedMethods named;
  private final StageWeaver weaver;

  public Weave() {
    this(NamedMethods.NONE);
  }

  Weave(NamedMethods named) {
    this.named = named;
    this.weaver = new StageWeaver(methods, named, told);
  }

  @Override
  public StageWeaver weaver() {
    return weaver;
  }

  @Override
  public void failed(String className, Throwable failure) {
    failures.add(className + ": " + failure);
  }

  /** What was woven, under its numbers. */
  public WovenMethods methods() {
    return methods;
  }

  /** A class that this loader could have been given. */
  byte @Nullable [] weave(byte[] classFile) {
    return weaver.weave(Weave.class.getClassLoader(), classFile);
  }

  StageTransformer transformer() {
    return new StageTransformer(named, this);
  }

  /** A loader that weaves the classes whose names begin so. */
  ClassFiles.Loader loader(String prefix) {
    return new ClassFiles.Loader(prefix, transformer());
  }

  /** A class as this weaver makes it, with the classes nested in it. */
  public Class<?> load(Class<?> plain) throws ClassNotFoundException {
    return loader(plain.getName()).loadClass(plain.getName());
  }

  @Override
  public void sawServerSocket() {}
}
