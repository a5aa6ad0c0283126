package dev.cairn.core.graph.code;

import dev.cairn.core.graph.code.OwnClasses.Method;
import dev.cairn.core.model.StageId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Follows a stage through its own code and takes a digest of each part. What compilers number is
 * named by where it is first met: {@code Parser.parse.lambda$1}. For one use.
 */
final class CodeTrace {
  private static final Pattern NUMBERED = Pattern.compile(".*\\$\\d.*");
  private static final Pattern LAMBDA = Pattern.compile(".*(lambda\\$|\\$anonfun\\$).*");
  private static final int DIGITS = 32;

  private final OwnClasses classes;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final SortedMap<String, String> digests = new TreeMap<>();
  private final Set<String> met = new HashSet<>();
  private final Deque<Part> open = new ArrayDeque<>();

  CodeTrace(OwnClasses classes) {
    this.classes = classes;
  }

  /**
   * A piece of code.
   *
   * @param what it is, beside its instructions
   * @param instructions those of the method that count
   */
  private record Part(
      String name, String what, Method method, List<AbstractInsnNode> instructions) {}

  /** What was found, by name. */
  SortedMap<String, String> digests() {
    return Collections.unmodifiableSortedMap(digests);
  }

  /**
   * Follows a stage. One that is no method of its class, because it is given by hand, is the whole
   * class.
   *
   * @param calledBack whether code elsewhere may call other methods of the receiver
   */
  void follow(StageId stage, boolean calledBack) throws UnreadableCodeException {
    ClassNode declaring = classes.require(stage.className().replace('.', '/'));
    for (MethodNode method : declaring.methods) {
      if (isRoot(method, stage, declaring)) {
        name(new Method(declaring, method), declaring.name);
      }
    }
    if (calledBack) {
      for (ClassNode type : classes.hierarchy().stream().limit(1).toList()) {
        callBack(type, type.name);
      }
    }
    while (!open.isEmpty()) {
      read(open.removeFirst());
    }
  }

  private static boolean isRoot(MethodNode method, StageId stage, ClassNode declaring) {
    boolean given =
        declaring.methods.stream()
            .noneMatch(m -> (m.name + m.desc).equals(stage.methodName() + stage.descriptor()));
    return given
        ? (method.access & Opcodes.ACC_SYNTHETIC) == 0
        : (method.name + method.desc).equals(stage.methodName() + stage.descriptor());
  }

  private void read(Part part) throws UnreadableCodeException {
    String text =
        part.what() + new CodeText(this, part.name(), part.method()).of(part.instructions());
    byte[] digest = StageCode.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    digests.put(part.name(), HexFormat.of().formatHex(digest).substring(0, DIGITS));
  }

  OwnClasses classes() {
    return classes;
  }

  private void add(Part part) {
    if (met.add(part.name())) {
      open.addLast(part);
    }
  }

  /** The name of a method that code of this name reaches; the method counts from now on. */
  String name(Method method, String by) {
    String name = names.get(method.id());
    if (name == null) {
      name = newName(method, by);
      names.put(method.id(), name);
    }
    String what =
        "method " + (method.code().access & (Opcodes.ACC_STATIC | Opcodes.ACC_SYNCHRONIZED));
    add(new Part(name, what, method, List.of(method.code().instructions.toArray())));
    return name;
  }

  private String newName(Method method, String by) {
    boolean bridge = method.has(Opcodes.ACC_BRIDGE);
    if (LAMBDA.matcher(method.code().name).matches()) {
      return numbered(by, "lambda");
    }
    return method.has(Opcodes.ACC_SYNTHETIC) && !bridge
        ? numbered(by, "access")
        : className(method.owner().name, by)
            + "."
            + method.code().name
            + new Descriptors(this, by).renamed(method.code().desc);
  }

  private String numbered(String by, String kind) {
    String base = by.contains("(") ? by.substring(0, by.indexOf('(')) : by;
    return base + "." + kind + "$" + numbers.merge(base + kind, 1, Integer::sum);
  }

  /** A class by its name, or by where it was met if its name is a number. */
  String className(String internalName, String by) {
    if (!classes.owns(internalName) || !NUMBERED.matcher(internalName).matches()) {
      return internalName;
    }
    String known = names.get(internalName);
    if (known == null) {
      known = numbered(by, "class");
      names.put(internalName, known);
    }
    return known;
  }

  /** An object of an own class is made: who has it may call what it overrides. */
  void made(String internalName, String by) throws UnreadableCodeException {
    ClassNode type = classes.require(internalName);
    if (!classes.isInHierarchy(type)) {
      callBack(type, by);
    }
  }

  private void callBack(ClassNode type, String by) throws UnreadableCodeException {
    for (Method method : classes.callbacks(type)) {
      name(method, by);
    }
  }

  /** A static field of an own class is used: what it is set to when its class begins counts. */
  Optional<String> staticField(String owner, String field, String by)
      throws UnreadableCodeException {
    for (ClassNode type : classes.ownAbove(classes.require(owner))) {
      for (FieldNode declared : type.fields) {
        if (declared.name.equals(field) && (declared.access & Opcodes.ACC_STATIC) != 0) {
          return Optional.of(staticField(type, declared, by));
        }
      }
    }
    return Optional.empty();
  }

  private String staticField(ClassNode type, FieldNode field, String by)
      throws UnreadableCodeException {
    String name = className(type.name, by) + "." + field.name;
    if (!met.contains(name)) {
      MethodNode start =
          type.methods.stream()
              .filter(method -> method.name.equals("<clinit>"))
              .findFirst()
              .orElseGet(() -> new MethodNode(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null));
      Method initializer = new Method(type, start);
      List<AbstractInsnNode> setting = new StaticStart(classes, initializer).of(field.name);
      add(new Part(name, "field " + field.value + " ", initializer, setting));
    }
    return name;
  }
}
