package dev.cairn.it.crash.program;

import dev.cairn.core.engine.Engine;
import dev.cairn.core.engine.Entry;
import dev.cairn.core.engine.Invocation;
import dev.cairn.core.model.Parameter;
import dev.cairn.core.model.PipelineDefinition;
import dev.cairn.core.model.PipelineDefinition.OnComplete;
import dev.cairn.core.model.StageDefinition;
import dev.cairn.core.model.StageId;
import dev.cairn.core.model.StagePolicy;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Calls methods as if the agent had woven them. */
final class Woven {
  private final Engine engine;

  Woven(Engine engine) {
    this.engine = engine;
  }

  /** Calls a method as a pipeline whose result is kept; its arguments are its key. */
  Object pipeline(Object self, String name, Object... arguments) throws Throwable {
    Method method = method(self.getClass(), name);
    PipelineDefinition definition =
        new PipelineDefinition(
            id(method), name, parameters(method), OnComplete.RETURN_RESULT, false);
    Invocation invocation = new Invocation(self.getClass(), self, arguments);
    return answer(engine.enter(definition, invocation), method, self, arguments);
  }

  /** Calls a method as a stage. */
  Object stage(Object self, String name, Object... arguments) throws Throwable {
    Method method = method(self.getClass(), name);
    StageDefinition definition =
        new StageDefinition(id(method), name, parameters(method), StagePolicy.DEFAULT);
    Invocation invocation = new Invocation(self.getClass(), self, arguments);
    return answer(engine.enter(definition, invocation), method, self, arguments);
  }

  private Object answer(Entry entry, Method method, Object self, Object[] arguments)
      throws Throwable {
    if (entry instanceof Entry.Answer answer) {
      return answer.value();
    }
    try {
      Object returned = method.invoke(self, arguments);
      engine.exit((Entry.Open) entry, returned, null);
      return returned;
    } catch (InvocationTargetException e) {
      engine.exit((Entry.Open) entry, null, e.getCause());
      throw e.getCause();
    }
  }

  private static Method method(Class<?> type, String name) {
    return Stream.of(type.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static StageId id(Method method) {
    String descriptor =
        MethodType.methodType(method.getReturnType(), method.getParameterTypes())
            .toMethodDescriptorString();
    return new StageId(method.getDeclaringClass().getName(), method.getName(), descriptor);
  }

  private static List<Parameter> parameters(Method method) {
    return Arrays.stream(method.getParameters())
        .map(parameter -> Parameter.plain(parameter.getName()))
        .toList();
  }
}
