package dev.cairn.core.storage.directory;

import dev.cairn.core.storage.Trial.Seen;
import java.util.Locale;
import java.util.Set;

/** What is known of a kind of file system by its name. */
final class FileSystemKind {
  private static final Set<String> TRIED = Set.of("ext4", "xfs", "btrfs", "apfs", "ntfs");
  private static final Set<String> IN_MEMORY = Set.of("tmpfs", "ramfs");
  private static final Set<String> OF_CONTAINER = Set.of("overlay", "aufs");
  private static final Set<String> ELSEWHERE =
      Set.of("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "9p", "afpfs", "webdav");

  private FileSystemKind() {}

  static Seen of(String type) {
    String name = type.toLowerCase(Locale.ROOT);
    if (TRIED.contains(name)) {
      return Seen.holds(type);
    } else if (IN_MEMORY.contains(name)) {
      return Seen.notable(type + ": in memory, gone when the machine stops");
    } else if (OF_CONTAINER.contains(name)) {
      return Seen.notable(type + ": perhaps a container's own, gone with the container");
    } else if (ELSEWHERE.contains(name) || name.startsWith("fuse")) {
      return Seen.notable(type + ": as durable as what is behind it");
    }
    return Seen.notable(type + ": none that is known to keep what it says is durable");
  }
}
