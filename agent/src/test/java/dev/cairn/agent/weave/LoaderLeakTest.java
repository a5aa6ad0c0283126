package dev.cairn.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An application that is unloaded leaves nothing behind in Cairn. */
class LoaderLeakTest {
  private static final int LOADERS = 20;
  private static final int COLLECTIONS = 50;

  private final Weave weave = new Weave();

  @Test
  void loadersWhoseClassesWereWovenAreCollected() throws Exception {
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    for (int i = 0; i < LOADERS; i++) {
      loaders.add(new WeakReference<>(useAndDrop()));
    }

    for (int i = 0; i < COLLECTIONS && anyLeft(loaders); i++) {
      System.gc();
    }

    assertThat(weave.failures).isEmpty();
    assertThat(loaders).allMatch(loader -> loader.get() == null);
  }

  private ClassLoader useAndDrop() throws ReflectiveOperationException {
    weave.bridge.bypass();
    Class<?> woven = weave.load(Kinds.class);
    woven.getMethod("calls").invoke(null);
    return woven.getClassLoader();
  }

  private static boolean anyLeft(List<WeakReference<ClassLoader>> loaders) {
    return loaders.stream().anyMatch(loader -> loader.get() != null);
  }
}
