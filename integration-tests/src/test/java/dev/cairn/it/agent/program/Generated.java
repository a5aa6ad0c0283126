package dev.cairn.it.agent.program;

import static net.bytebuddy.matcher.ElementMatchers.named;

import dev.cairn.Checkpointed;
import dev.cairn.Pipeline;
import dev.cairn.Unsaved;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.MethodDelegation;
import net.bytebuddy.implementation.attribute.MethodAttributeAppender;
import net.bytebuddy.implementation.attribute.MethodAttributeAppender.ForInstrumentedMethod;
import net.bytebuddy.implementation.bind.annotation.SuperCall;

/** A stage of classes that are made while the program runs, each time under another name. */
public final class Generated {
  private static final int HALTED = 9;

  private Generated() {}

  /** An argument halts the JVM before the end. */
  public static void main(String[] arguments) throws Exception {
    run("generated", arguments.length > 0);
  }

  @Pipeline(name = "generated")
  static void run(String name, @Unsaved boolean halts) throws Exception {
    List<String> log = new ArrayList<>();
    System.out.println(subclass(MethodAttributeAppender.NoOp.INSTANCE).work(log, "plain"));
    System.out.println(subclass(ForInstrumentedMethod.INCLUDING_RECEIVER).work(log, "copying"));
    System.out.println(new Service().work(log, "itself"));
    System.out.println(log);
    if (halts) {
      Runtime.getRuntime().halt(HALTED);
    }
  }

  private static Service subclass(MethodAttributeAppender.Factory annotations) throws Exception {
    return new ByteBuddy()
        .subclass(Service.class)
        .method(named("work"))
        .intercept(MethodDelegation.to(Interceptor.class))
        .attribute(annotations)
        .make()
        .load(Generated.class.getClassLoader(), ClassLoadingStrategy.Default.WRAPPER)
        .getLoaded()
        .getDeclaredConstructor()
        .newInstance();
  }

  /** What a generated method calls. */
  public static final class Interceptor {
    private Interceptor() {}

    /** Goes on with the method that it stands for. */
    public static String around(@SuperCall Callable<String> real) throws Exception {
      return "around " + real.call();
    }
  }

  /** What the generated classes extend. */
  public static class Service {
    /** Works. */
    @Checkpointed
    public String work(List<String> log, String how) {
      log.add(how);
      return "works " + how;
    }
  }
}
