package dev.cairn.core.storage;

import java.util.List;

/**
 * What stands directly in one folder; neither list has an order.
 *
 * @param folders names of folders that hold at least one object, or that once did
 * @param objects names of objects
 */
public record Listing(List<String> folders, List<String> objects) {
  /** Of a folder that does not exist. */
  public static final Listing EMPTY = new Listing(List.of(), List.of());

  public Listing {
    folders = List.copyOf(folders);
    objects = List.copyOf(objects);
  }
}
