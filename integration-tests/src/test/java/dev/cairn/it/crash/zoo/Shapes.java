package dev.cairn.it.crash.zoo;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** Classes of every shape. */
@SuppressWarnings("ReferenceEquality") // identity is what is told
final class Shapes {
  private Shapes() {}

  static List<Animal> all() {
    return List.of(
        new Shadowed(),
        new Inner(),
        new Functions(),
        new Records(),
        new Secretive(),
        new OwnMap(),
        new Failures(),
        new Constants());
  }

  private static class Parent {
    private int value = 1;
    private final List<String> list = new ArrayList<>();

    int parentValue() {
      return value;
    }
  }

  private static final class Child extends Parent {
    private int value = 2;
    private final List<String> list = new ArrayList<>();
  }

  /** Fields of one name in a class and its parent. */
  static final class Shadowed extends Animal {
    private Child child = new Child();

    @Override
    void grow() {
      child = new Child();
      child.list.add("child's");
      ((Parent) child).list.add("parent's");
      ((Parent) child).value = 10;
    }

    @Override
    void change() {
      child.value = 20;
    }

    @Override
    String behave() {
      return child.value + " " + child.parentValue();
    }
  }

  /** Objects with an object around them. */
  static final class Inner extends Animal {
    private int count;
    private Part part;
    private Supplier<String> anonymous;

    private final class Part {
      private int own = 5;

      int sum() {
        return own + count;
      }
    }

    @Override
    void grow() {
      part = new Part();
      String captured = "captured " + count;
      anonymous =
          new Supplier<>() {
            private int calls;

            @Override
            public String get() {
              calls++;
              return captured + " " + calls + " of " + count;
            }
          };
    }

    @Override
    void change() {
      count = 7;
      anonymous.get();
    }

    @Override
    String behave() {
      return part.sum() + " " + anonymous.get();
    }
  }

  /** Functions as values. */
  static final class Functions extends Animal {
    private final List<StringBuilder> said = new ArrayList<>();
    private IntUnaryOperator function = i -> i;
    private Supplier<Integer> reference = () -> 0;

    @Override
    void grow() {
      StringBuilder text = new StringBuilder("said");
      said.add(text);
      function =
          i -> {
            text.append(i);
            return i + said.size();
          };
      reference = text::length;
    }

    @Override
    void change() {
      function.applyAsInt(3);
    }

    @Override
    String behave() {
      return function.applyAsInt(4) + " " + said + " " + reference.get();
    }
  }

  /** Records, which can only be made with their content. */
  static final class Records extends Animal {
    private Node node;
    private Checked checked = new Checked(List.of("x"), 1);

    record Node(String name, List<Node> others) {}

    record Checked(List<String> names, int count) {
      Checked {
        names = new ArrayList<>(names);
        if (count != names.size()) {
          throw new IllegalArgumentException("count");
        }
      }
    }

    @Override
    void grow() {
      Node leaf = new Node("leaf", new ArrayList<>());
      node = new Node("root", new ArrayList<>(List.of(leaf, leaf)));
      node.others().add(node);
      checked = new Checked(List.of("a", "b"), 2);
    }

    @Override
    void change() {
      node.others().get(0).others().add(node);
      checked.names().add("c");
    }

    @Override
    String behave() {
      return "" + (node.others().get(2) == node) + checked.names();
    }
  }

  /** A class that wants to be serialized in its own way, which is nobody's business here. */
  static final class Secretive extends Animal {
    private Secret secret = new Secret(0);

    static final class Secret implements Serializable {
      private static final long serialVersionUID = 1L;
      private transient int value;
      private final int checked;

      Secret(int value) {
        this.value = value;
        this.checked = -value;
      }

      private void writeObject(ObjectOutputStream out) throws IOException {
        out.writeUTF("nothing of it");
      }

      private void readObject(ObjectInputStream in) throws IOException {
        throw new IOException("never read me");
      }
    }

    @Override
    void grow() {
      secret = new Secret(5);
    }

    @Override
    void change() {
      secret.value++;
    }

    @Override
    String behave() {
      return secret.value + " " + secret.checked;
    }
  }

  /** A map with a field and methods of its own. */
  static final class OwnMap extends Animal {
    private Registry registry = new Registry("none");

    static final class Registry extends HashMap<String, Registry> {
      private static final long serialVersionUID = 1L;
      private final String owner;
      private int puts;

      Registry(String owner) {
        this.owner = owner;
      }

      @Override
      public Registry put(String key, Registry value) {
        puts++;
        return super.put(key + " of " + owner, value);
      }
    }

    @Override
    void grow() {
      registry = new Registry("root");
      registry.put("self", registry);
      registry.put("child", new Registry("child"));
    }

    @Override
    void change() {
      registry.get("child of root").put("parent", registry);
    }

    @Override
    String behave() {
      return registry.puts + " " + registry.keySet() + registry.get("child of root").keySet();
    }
  }

  /** Exceptions that are kept. */
  static final class Failures extends Animal {
    private final Map<String, Exception> kept = new HashMap<>();

    @Override
    void grow() {
      kept.put("one", new IllegalStateException("kept", new IOException("cause")));
    }

    @Override
    void change() {
      kept.get("one").addSuppressed(new IllegalArgumentException("suppressed"));
    }

    @Override
    String behave() {
      Exception one = kept.get("one");
      return one + " " + one.getCause() + " " + one.getSuppressed()[0] + one.getStackTrace()[0];
    }
  }

  /** Objects that are compared with constants by identity. */
  static final class Constants extends Animal {
    static final Object NONE = new Object();

    private Object value = "start";

    @Override
    void grow() {
      value = NONE;
    }

    @Override
    void change() {
      value = new Object[] {NONE, NONE};
    }

    @Override
    String behave() {
      return "" + (((Object[]) value)[0] == NONE);
    }
  }
}
