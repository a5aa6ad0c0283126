package dev.cairn.core.graph.code;

import dev.cairn.core.graph.reflect.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The classes whose code is a stage's own: that of its receiver, the application's superclasses and
 * interfaces of that, and all classes nested in the same top-level classes. For one use.
 */
final class OwnClasses {
  private static final String OBJECT = "java/lang/Object";

  private final ClassFiles files = new ClassFiles();
  private final Map<String, @Nullable ClassLoader> loaderOfTop = new HashMap<>();
  private final Set<String> hierarchy = new LinkedHashSet<>();
  private final @Nullable ClassLoader loader;
  private @Nullable List<ClassNode> all;

  /**
   * The classes of a stage.
   *
   * @param receiver the class of the object that the stage is called on, or the declaring class of
   *     a static one
   */
  OwnClasses(Class<?> receiver) {
    this.loader = receiver.getClassLoader();
    for (Class<?> type = receiver; type != null && !Origin.isJdk(type); type = superclass(type)) {
      if (!isMadeByProxyLibrary(type)) {
        add(type);
        addInterfaces(type);
      }
    }
  }

  private static @Nullable Class<?> superclass(Class<?> type) {
    return type.getSuperclass();
  }

  private void add(Class<?> type) {
    String name = internalName(type);
    hierarchy.add(name);
    loaderOfTop.putIfAbsent(top(name), type.getClassLoader());
  }

  private void addInterfaces(Class<?> type) {
    for (Class<?> implemented : type.getInterfaces()) {
      if (!Origin.isJdk(implemented)) {
        add(implemented);
        addInterfaces(implemented);
      }
    }
  }

  /** A subclass without a class file, as made for proxies: it calls what it overrides. */
  private boolean isMadeByProxyLibrary(Class<?> type) {
    return type.getName().contains("$$")
        && files.find(type.getClassLoader(), internalName(type)).isEmpty();
  }

  static String internalName(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  /** The top-level class around a class, as their names tell in every language. */
  private static String top(String internalName) {
    int dollar = internalName.indexOf('$', internalName.lastIndexOf('/') + 2);
    return dollar < 0 ? internalName : internalName.substring(0, dollar);
  }

  boolean owns(String internalName) {
    return loaderOfTop.containsKey(top(internalName));
  }

  /** Whether a class is the receiver's, or one above it. */
  boolean isInHierarchy(ClassNode type) {
    return hierarchy.contains(type.name);
  }

  /** Those of the receiver and above it, as far as their files are to be had. */
  List<ClassNode> hierarchy() {
    return hierarchy.stream().map(this::find).flatMap(Optional::stream).toList();
  }

  /** Any class's code, where its file is to be had. */
  Optional<ClassNode> find(String internalName) {
    return files.find(loaderOfTop.getOrDefault(top(internalName), loader), internalName);
  }

  /** The code of a class that counts. */
  ClassNode require(String internalName) throws UnreadableCodeException {
    Optional<ClassNode> code = find(internalName);
    if (code.isEmpty()) {
      throw new UnreadableCodeException(internalName);
    }
    return code.get();
  }

  /** A method of an own class. */
  record Method(ClassNode owner, MethodNode code) {
    String id() {
      return owner.name + "." + code.name + code.desc;
    }

    boolean has(int access) {
      return (code.access & access) != 0;
    }
  }

  /** The methods with code that a call may run, as far as they are own ones. */
  List<Method> targets(int opcode, String owner, String name, String descriptor)
      throws UnreadableCodeException {
    Predicate<MethodNode> wanted =
        method -> method.name.equals(name) && method.desc.equals(descriptor);
    Optional<Method> found = resolve(require(owner), wanted);
    boolean dispatched = opcode == Opcodes.INVOKEVIRTUAL || opcode == Opcodes.INVOKEINTERFACE;
    Map<String, Method> targets = new LinkedHashMap<>();
    found
        .filter(method -> !method.has(Opcodes.ACC_ABSTRACT))
        .ifPresent(m -> targets.put(m.id(), m));
    if (dispatched && found.filter(method -> method.has(Opcodes.ACC_PRIVATE)).isEmpty()) {
      for (ClassNode type : all()) {
        if (supertypes(type).contains(owner)) {
          declared(type, wanted)
              .filter(method -> !method.has(Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC))
              .ifPresent(method -> targets.put(method.id(), method));
        }
      }
    }
    return List.copyOf(targets.values());
  }

  private Optional<Method> resolve(ClassNode from, Predicate<MethodNode> wanted)
      throws UnreadableCodeException {
    for (ClassNode type : ownAbove(from)) {
      Optional<Method> found = declared(type, wanted);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Method> declared(ClassNode type, Predicate<MethodNode> wanted) {
    return type.methods.stream().filter(wanted).findFirst().map(code -> new Method(type, code));
  }

  /** A class and the own ones above it: superclasses first, then interfaces. */
  List<ClassNode> ownAbove(ClassNode from) throws UnreadableCodeException {
    List<ClassNode> classes = new ArrayList<>();
    List<ClassNode> interfaces = new ArrayList<>();
    for (String name : supertypes(from)) {
      if (owns(name)) {
        ClassNode code = require(name);
        ((code.access & Opcodes.ACC_INTERFACE) == 0 ? classes : interfaces).add(code);
      }
    }
    classes.addAll(interfaces);
    return classes;
  }

  /** The names of a class and of all above it, as far as can be read. */
  Set<String> supertypes(ClassNode type) {
    Set<String> names = new LinkedHashSet<>();
    collect(type.name, names);
    return names;
  }

  private void collect(@Nullable String name, Set<String> names) {
    if (name == null || !names.add(name) || name.equals(OBJECT)) {
      return;
    }
    find(name)
        .ifPresent(
            code -> {
              collect(code.superName, names);
              code.interfaces.forEach(implemented -> collect(implemented, names));
            });
  }

  /**
   * The methods of an object of a class by which code that is not own may call it: those that
   * override what other classes declare.
   */
  List<Method> callbacks(ClassNode type) throws UnreadableCodeException {
    List<Method> callbacks = new ArrayList<>();
    List<String> outside = supertypes(type).stream().filter(name -> !owns(name)).toList();
    for (ClassNode own : ownAbove(type)) {
      for (MethodNode method : own.methods) {
        if (isOverridable(method) && outside.stream().anyMatch(name -> declares(name, method))) {
          callbacks.add(new Method(own, method));
        }
      }
    }
    return callbacks;
  }

  private static boolean isOverridable(MethodNode method) {
    int never = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_ABSTRACT;
    return (method.access & never) == 0 && !method.name.startsWith("<");
  }

  private boolean declares(String outside, MethodNode method) {
    return find(outside)
        .map(
            code ->
                code.methods.stream()
                    .anyMatch(m -> m.name.equals(method.name) && m.desc.equals(method.desc)))
        .orElse(true);
  }

  /** Every own class, in an order that other classes beside them do not change. */
  private List<ClassNode> all() {
    if (all == null) {
      Map<String, ClassNode> known = new LinkedHashMap<>();
      List.copyOf(loaderOfTop.keySet()).forEach(top -> addNested(top, known));
      hierarchy().forEach(type -> addNested(type.name, known));
      all =
          known.values().stream()
              .sorted(
                  Comparator.comparing((ClassNode code) -> code.name.length())
                      .thenComparing(code -> code.name))
              .toList();
    }
    return all;
  }

  private void addNested(String name, Map<String, ClassNode> known) {
    if (known.containsKey(name) || !owns(name)) {
      return;
    }
    find(name)
        .ifPresent(
            code -> {
              known.put(name, code);
              code.innerClasses.stream()
                  .map((InnerClassNode inner) -> inner.name)
                  .forEach(inner -> addNested(inner, known));
              Optional.ofNullable(code.nestMembers)
                  .ifPresent(members -> members.forEach(member -> addNested(member, known)));
            });
  }
}
