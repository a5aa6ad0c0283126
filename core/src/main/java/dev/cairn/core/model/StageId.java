package dev.cairn.core.model;

/**
 * A method as the class file names it.
 *
 * @param className binary name of the declaring class, {@code com.acme.Nightly$Part}
 * @param methodName simple name of the method
 * @param descriptor its JVM descriptor, {@code (Lcom/acme/Context;)V}
 */
public record StageId(String className, String methodName, String descriptor) {

  /** The name a method has unless its annotation gives another: {@code Nightly.parse}. */
  public String defaultName() {
    String simple = className.substring(className.lastIndexOf('.') + 1);
    return simple.replace('$', '.') + "." + methodName;
  }

  @Override
  public String toString() {
    return className + "#" + methodName + descriptor;
  }
}
