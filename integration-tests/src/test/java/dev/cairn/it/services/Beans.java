package dev.cairn.it.services;

import dev.cairn.Saved;
import dev.cairn.Unsaved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.NormalScope;
import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;

/** Classes as users of Spring and CDI write them, each with a stage called {@code run}. */
@SuppressWarnings({"unused", "UnusedVariable", "FieldCanBeLocal"}) // who reads fields is the point
final class Beans {

  private Beans() {}

  /** Uses a list of its own without a word about it. */
  abstract static class Careless {
    private final List<String> cache = new ArrayList<>();

    void run() {
      cache.add("seen");
    }
  }

  @Component
  static final class ByComponent extends Careless {}

  @Service
  static final class ByService extends Careless {}

  @Repository
  static final class ByRepository extends Careless {}

  @Configuration
  static final class ByConfiguration extends Careless {}

  @ApplicationScoped
  static final class ByScope extends Careless {}

  @Singleton
  static final class BySingleton extends Careless {}

  @Named
  static final class ByName extends Careless {}

  @Service
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface UseCase {}

  @UseCase
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
  @interface NightlyUseCase {}

  @NightlyUseCase
  static final class ByComposition extends Careless {}

  @Stereotype
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface Action {}

  @Action
  static final class ByStereotype extends Careless {}

  @NormalScope
  @Inherited
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface PerTenant {}

  @PerTenant
  static final class ByOwnScope extends Careless {}

  /** What a container makes of a bean that it intercepts. */
  @Service
  static class Intercepted extends Careless {}

  static final class InterceptedProxy extends Intercepted {}

  /** Says nothing of containers: an object like any other. */
  static final class Ordinary extends Careless {}

  /** Uses collaborators, values and what it says is its state, and all that is to be told. */
  @Service
  static final class Careful {
    @Unsaved private final Supplier<String> clock;
    @Unsaved private final List<String> cache = new ArrayList<>();
    @Saved private final List<String> pages = new ArrayList<>();
    private final ByService collaborator = new ByService();
    private final Executor executor = Runnable::run;
    private int count;
    private LocalDate day = LocalDate.EPOCH;
    private List<String> unused = new ArrayList<>();

    @Inject
    Careful(Supplier<String> clock) {
      this.clock = clock;
    }

    void run() {
      cache.add(clock.get());
      pages.add("page " + count++ + " of " + day);
      executor.execute(() -> pages.add(collaborator.getClass().getName()));
    }
  }

  /** Uses what may be anything. */
  @Service
  static final class Holding {
    private Object anything;

    Holding(Object anything) {
      this.anything = anything;
    }

    void run() {
      if (anything == null) {
        throw new IllegalStateException();
      }
    }

    void replace() {
      anything = new ByComponent();
    }
  }

  /** A property as Kotlin makes it: the stage calls the methods, never the field. */
  @Service
  static final class WithProperty {
    private List<String> items = new ArrayList<>();
    private int total;

    public List<String> getItems() {
      return items;
    }

    public void setTotal(int total) {
      this.total = total;
    }

    public int getTotal() {
      return total;
    }

    void run() {
      setTotal(getTotal() + 1);
    }

    void fill() {
      getItems().add("x");
    }
  }

  /** A service whose stage is in an inner class, and one that an inner class looks into. */
  @Service
  static final class Outer {
    private List<String> secret = new ArrayList<>();
    private int number;

    final class Inner {
      private int own;

      void run() {
        own += number;
      }
    }

    private static final class Nestmate {
      int look(Outer outer) {
        return outer.number;
      }
    }

    void run() {
      number = new Nestmate().look(this);
    }
  }
}
