package dev.cairn.core.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Classes that had another name when they were recorded: {@code old.Name=new.Name}, or {@code
 * old.pack.*=new.pack.*} for all classes of a package and of those below it. Classes nested in a
 * renamed one, and arrays of it, go with it. Where several fit, the longest counts. Immutable.
 */
public final class ClassAliases {
  /** Nothing was renamed. */
  public static final ClassAliases NONE = new ClassAliases(Map.of());

  private static final String NAME =
      "[\\p{L}_$][\\p{L}\\p{N}_$]*(?:\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*";
  private static final Pattern ALIAS =
      Pattern.compile("\\s*(" + NAME + ")(\\.\\*)?\\s*=\\s*(" + NAME + ")(\\.\\*)?\\s*");
  private static final Pattern NAMES = Pattern.compile(NAME);
  private static final Pattern ARRAY = Pattern.compile("(\\[+L)(.+)(;)");

  private final Map<String, String> nowByOld;
  private final Map<String, String> oldByNow = new HashMap<>();

  private ClassAliases(Map<String, String> nowByOld) {
    this.nowByOld = Map.copyOf(nowByOld);
    nowByOld.forEach((old, now) -> oldByNow.put(now, old));
  }

  /**
   * Reads aliases with commas between them.
   *
   * @throws IllegalArgumentException if the text has another form, or a name stands twice on a side
   */
  public static ClassAliases of(String text) {
    Map<String, String> names = new HashMap<>();
    Set<String> targets = new HashSet<>();
    for (String alias : text.split(",", -1)) {
      Matcher matcher = ALIAS.matcher(alias);
      boolean fits = matcher.matches() && (matcher.group(2) == null) == (matcher.group(4) == null);
      if (!fits
          || names.put(key(matcher, 1), key(matcher, 3)) != null
          || !targets.add(key(matcher, 3))) {
        throw new IllegalArgumentException("no alias: " + alias);
      }
    }
    return new ClassAliases(names);
  }

  /** A package ends with a dot, a class does not. */
  private static String key(Matcher matcher, int group) {
    return matcher.group(group) + (matcher.group(group + 1) == null ? "" : ".");
  }

  /** Whether nothing was renamed. */
  public boolean isEmpty() {
    return nowByOld.isEmpty();
  }

  /** The name that a class has now, from the recorded one. */
  public String now(String recorded) {
    return nowByOld.isEmpty() ? recorded : renamed(recorded, nowByOld);
  }

  /** The name that a class is recorded by, from the one that it has now. */
  public String recorded(String now) {
    return oldByNow.isEmpty() ? now : renamed(now, oldByNow);
  }

  /** A text with names of classes in it, such as type arguments, with the names of now. */
  public String nowIn(String text) {
    return nowByOld.isEmpty()
        ? text
        : NAMES.matcher(text).replaceAll(name -> Matcher.quoteReplacement(now(name.group())));
  }

  private static String renamed(String name, Map<String, String> names) {
    Matcher array = ARRAY.matcher(name);
    if (array.matches()) {
      return array.group(1) + renamed(array.group(2), names) + array.group(3);
    }
    for (int end = name.length(); end > 0; end = lastBreak(name, end - 1)) {
      String target = names.get(name.substring(0, end));
      if (target != null) {
        return target + name.substring(end);
      }
    }
    return name;
  }

  /** The end of the longest part before a place that is an outer class, or a package. */
  private static int lastBreak(String name, int before) {
    for (int at = before; at > 0; at--) {
      if (name.charAt(at - 1) == '.' || name.charAt(at) == '$') {
        return at;
      }
    }
    return 0;
  }
}
