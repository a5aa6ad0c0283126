package dev.cairn.core.graph.code;

import dev.cairn.core.model.Parameter;
import dev.cairn.core.model.StageDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.FieldNode;

/**
 * The inputs of a stage as its class file shows them, before any class is loaded: for a receiver of
 * the declaring class. What a call really has is known when there is one. Stateless.
 */
public final class DeclaredInputs {
  private static final String UNSAVED = "Ldev/cairn/Unsaved;";
  private static final String UNCOMPARED = "Ldev/cairn/Uncompared;";

  private DeclaredInputs() {}

  /**
   * The inputs of a stage.
   *
   * @param classFile of the class that declares it
   * @param loader is asked for the files of supertypes
   * @param isStatic whether it has no receiver
   */
  public static StageInputs of(
      StageDefinition stage, byte[] classFile, @Nullable ClassLoader loader, boolean isStatic) {
    List<String> names = new ArrayList<>();
    stage.parameters().forEach(parameter -> names.add(shown(parameter)));
    if (isStatic) {
      return new StageInputs(names, Optional.empty());
    }
    String internalName = stage.id().className().replace('.', '/');
    TypeCode receiver = FiledType.of(internalName, classFile, loader);
    UsedFields used = UsedFields.of(receiver, stage.id());
    List<TypeCode> classes = receiver.chain();
    Collections.reverse(classes);
    classes.stream().flatMap(type -> fields(type, used)).forEach(names::add);
    return new StageInputs(names, used.whyAll());
  }

  private static String shown(Parameter parameter) {
    return StageInputs.shown(parameter.name(), parameter.unsaved(), parameter.uncompared());
  }

  private static Stream<String> fields(TypeCode type, UsedFields used) {
    if (type.isJdk()) {
      return Stream.empty();
    }
    return type.code().stream()
        .flatMap(code -> code.fields.stream())
        .filter(field -> (field.access & Opcodes.ACC_STATIC) == 0)
        .filter(field -> used.contains(type.name(), field.name))
        .map(DeclaredInputs::shown)
        .sorted();
  }

  private static String shown(FieldNode field) {
    return StageInputs.shown("this." + field.name, has(field, UNSAVED), has(field, UNCOMPARED));
  }

  private static boolean has(FieldNode field, String annotation) {
    return annotations(field).anyMatch(found -> found.desc.equals(annotation));
  }

  private static Stream<AnnotationNode> annotations(FieldNode field) {
    return field.visibleAnnotations == null ? Stream.empty() : field.visibleAnnotations.stream();
  }
}
