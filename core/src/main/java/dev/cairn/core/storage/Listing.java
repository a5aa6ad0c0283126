package dev.cairn.core.storage;

import java.util.List;
import java.util.Map;

/**
 * What stands directly in one folder; neither list has an order.
 *
 * @param folders names of folders that hold at least one object, or that once did
 * @param objects names of objects
 * @param stamps of the objects, by name, as far as the storage has them at hand
 */
public record Listing(List<String> folders, List<String> objects, Map<String, Stamp> stamps) {
  /** Of a folder that does not exist. */
  public static final Listing EMPTY = new Listing(List.of(), List.of());

  public Listing {
    folders = List.copyOf(folders);
    objects = List.copyOf(objects);
    stamps = Map.copyOf(stamps);
  }

  /** One without stamps. */
  public Listing(List<String> folders, List<String> objects) {
    this(folders, objects, Map.of());
  }
}
