package dev.cairn.testkit.disk;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is on a disk: files and folders by number, with all that is not durable yet. */
public final class Inodes {
  static final int ROOT = 0;
  // Files on their way to a name are of no worth, whatever becomes of them.
  private static final String WORTHLESS = "tmp";

  private final Map<Integer, Content> contents = new HashMap<>();
  private final Map<Integer, Names> folders = new HashMap<>();
  private int next = ROOT;

  /** An empty disk. */
  public Inodes() {
    addFolder(ROOT);
  }

  void addFile(int file) {
    contents.put(file, Content.empty());
    next = Math.max(next, file + 1);
  }

  void addFolder(int folder) {
    folders.put(folder, new Names());
    next = Math.max(next, folder + 1);
  }

  int unused() {
    return next;
  }

  boolean isFolder(int inode) {
    return folders.containsKey(inode);
  }

  Names names(int folder) {
    return Objects.requireNonNull(folders.get(folder));
  }

  Content content(int file) {
    return Objects.requireNonNull(contents.get(file));
  }

  /** What a path means; {@link Names#NOTHING} where it leads nowhere. */
  int find(Path path) {
    int at = ROOT;
    for (Path name : path) {
      at = isFolder(at) ? names(at).get(name.toString()) : Names.NOTHING;
    }
    return at;
  }

  /** Two disks with the same say the same, whatever was lost before. */
  public String signature() {
    StringBuilder told = new StringBuilder();
    tell(ROOT, told);
    return told.toString();
  }

  private void tell(int folder, StringBuilder told) {
    for (String name : names(folder).present()) {
      int inode = names(folder).get(name);
      told.append(name).append(' ').append(inode).append(' ');
      if (isFolder(inode)) {
        tell(inode, told.append('{'));
        told.append('}');
      } else {
        told.append(content(inode).hash()).append('\n');
      }
    }
  }

  /** The same disk with the same that is not durable yet: what a process leaves that dies. */
  public Inodes copy() {
    Inodes copy = new Inodes();
    contents.forEach((file, content) -> copy.contents.put(file, content.copy()));
    folders.forEach((folder, names) -> copy.folders.put(folder, names.copy()));
    copy.next = next;
    return copy;
  }

  /** What one power cut leaves: of everything that was not durable, what is chosen. */
  public Inodes afterPowerCut(Choices choices) {
    Inodes left = new Inodes();
    left.next = next;
    keep(ROOT, left, choices);
    return left;
  }

  private void keep(int folder, Inodes left, Choices choices) {
    names(folder).possible().forEach((name, inodes) -> keep(folder, name, inodes, left, choices));
    left.names(folder).sync();
  }

  private void keep(int folder, String name, List<Integer> possible, Inodes left, Choices choices) {
    int found = choices.of(possible, name);
    if (found == Names.NOTHING) {
      return;
    }
    left.names(folder).set(name, found);
    if (!isFolder(found)) {
      left.contents.computeIfAbsent(found, file -> content(file).left(choices, name));
    } else if (left.folders.putIfAbsent(found, new Names()) == null && !name.equals(WORTHLESS)) {
      keep(found, left, choices);
    }
  }
}
