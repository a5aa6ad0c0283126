package dev.cairn.agent.weave;

import java.util.Map;
import java.util.Objects;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.OffsetMapping;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.implementation.bytecode.constant.IntegerConstant;

/**
 * Puts the number of the woven method in the place of {@link StageNumber}.
 *
 * @param numbers by name and descriptor
 */
record NumberOfMethod(Map<String, Integer> numbers)
    implements OffsetMapping, OffsetMapping.Factory<StageNumber> {

  /** Whether this method has one. */
  boolean has(MethodDescription method) {
    return numbers.containsKey(nameAndDescriptor(method));
  }

  private static String nameAndDescriptor(MethodDescription method) {
    return method.getInternalName() + method.getDescriptor();
  }

  @Override
  public Class<StageNumber> getAnnotationType() {
    return StageNumber.class;
  }

  @Override
  public OffsetMapping make(
      ParameterDescription.InDefinedShape target,
      AnnotationDescription.Loadable<StageNumber> annotation,
      AdviceType adviceType) {
    return this;
  }

  @Override
  public Target resolve(
      TypeDescription instrumentedType,
      MethodDescription instrumentedMethod,
      Assigner assigner,
      Advice.ArgumentHandler argumentHandler,
      Sort sort) {
    Integer number = Objects.requireNonNull(numbers.get(nameAndDescriptor(instrumentedMethod)));
    return new Target.ForStackManipulation(IntegerConstant.forValue(number));
  }
}
