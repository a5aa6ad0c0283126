package dev.cairn.it.crash.zoo;

/** State of one kind, made by one stage and changed in place by another. */
abstract class Animal {
  /** Makes the state. */
  abstract void grow();

  /** Changes it. */
  abstract void change();

  /** What it does, where that is more than what can be seen. */
  String behave() {
    return "";
  }

  final String name() {
    return getClass().getSimpleName();
  }
}
