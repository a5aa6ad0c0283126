package dev.cairn.it.agent.program;

import dev.cairn.Checkpointed;
import dev.cairn.Pipeline;
import dev.cairn.Unsaved;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** Stages behind objects that stand for others, as frameworks make them. */
public class Proxied {
  private static final int HALTED = 9;

  /** An argument halts the JVM before the end. */
  public static void main(String[] arguments) {
    new Proxied().run("proxied", arguments.length > 0);
  }

  @Pipeline(name = "proxied")
  void run(String name, @Unsaved boolean halts) {
    List<String> log = new ArrayList<>();
    System.out.println(ofInterface(new Real()).load(log));
    System.out.println(new Delegating(new Service()).work(log));
    System.out.println(new Copying().work(log));
    System.out.println(log);
    if (halts) {
      Runtime.getRuntime().halt(HALTED);
    }
  }

  /** What a JDK proxy implements. */
  public interface Loader {
    /** Loads. */
    String load(List<String> log);
  }

  /** Behind the JDK proxy. */
  public static final class Real implements Loader {
    @Override
    @Checkpointed
    public String load(List<String> log) {
      log.add("loaded");
      return "by a proxy of an interface";
    }
  }

  private static Loader ofInterface(Loader real) {
    return (Loader)
        Proxy.newProxyInstance(
            Proxied.class.getClassLoader(),
            new Class<?>[] {Loader.class},
            (proxy, method, given) -> method.invoke(real, given));
  }

  /** What a class-based proxy extends. */
  public static class Service {
    /** Works. */
    @Checkpointed
    public String work(List<String> log) {
      log.add("worked");
      return "by " + getClass().getSimpleName();
    }
  }

  /** As Spring's: without the annotation, in front of an object of the class itself. */
  public static final class Delegating extends Service {
    private final Service target;

    Delegating(Service target) {
      this.target = target;
    }

    @Override
    public String work(List<String> log) {
      return target.work(log) + " through a subclass";
    }
  }

  /** With a copy of the annotation. */
  public static final class Copying extends Service {
    @Override
    @Checkpointed
    public String work(List<String> log) {
      return super.work(log) + " with a copied annotation";
    }
  }
}
