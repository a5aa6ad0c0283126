package dev.cairn.it.kinds.specimen;

import static dev.cairn.it.kinds.specimen.Specimen.same;
import static dev.cairn.it.kinds.specimen.Specimen.used;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2ObjectLinkedOpenHashMap;
import it.unimi.dsi.fastutil.objects.ObjectArrayList;
import it.unimi.dsi.fastutil.objects.ObjectOpenHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.collections.api.bag.MutableBag;
import org.eclipse.collections.api.multimap.Multimap;
import org.eclipse.collections.impl.bag.mutable.HashBag;
import org.eclipse.collections.impl.factory.Lists;
import org.eclipse.collections.impl.factory.Maps;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;
import org.eclipse.collections.impl.map.mutable.primitive.IntObjectHashMap;
import org.eclipse.collections.impl.multimap.list.FastListMultimap;
import org.eclipse.collections.impl.set.mutable.UnifiedSet;

/** Objects of fastutil and of Eclipse Collections. */
final class CollectionLibraries {

  private CollectionLibraries() {}

  static Stream<Specimen> all() {
    return Stream.of(fastutil(), eclipse()).flatMap(kinds -> kinds);
  }

  private static Stream<Specimen> fastutil() {
    return Stream.of(
        same("fastutil IntArrayList", () -> new IntArrayList(new int[] {1, 2})),
        same("fastutil LongArrayList", () -> new LongArrayList(new long[] {1, 2})),
        same("fastutil IntOpenHashSet", () -> new IntOpenHashSet(new int[] {5, 9, 1})),
        same("fastutil Int2IntOpenHashMap", () -> new Int2IntOpenHashMap(Map.of(1, 2, 3, 4))),
        same("fastutil Int2ObjectOpenHashMap", () -> new Int2ObjectOpenHashMap<>(Map.of(1, "a"))),
        same(
            "fastutil Long2ObjectOpenHashMap", () -> new Long2ObjectOpenHashMap<>(Map.of(1L, "a"))),
        used(
            "fastutil Object2IntOpenHashMap",
            CollectionLibraries::counts,
            map -> ((Object2IntOpenHashMap<?>) map).getInt("none")),
        same(
            "fastutil Object2ObjectLinkedOpenHashMap",
            () -> new Object2ObjectLinkedOpenHashMap<>(Map.of("a", "b"))),
        same("fastutil ObjectArrayList", () -> new ObjectArrayList<>(List.of("a", "b"))),
        same("fastutil ObjectOpenHashSet", () -> new ObjectOpenHashSet<>(List.of("a", "b"))));
  }

  private static Object counts() {
    Object2IntOpenHashMap<String> counts = new Object2IntOpenHashMap<>();
    counts.defaultReturnValue(-1);
    counts.addTo("a", 5);
    return counts;
  }

  private static Stream<Specimen> eclipse() {
    return Stream.of(
        same("Eclipse FastList", () -> FastList.newListWith("a", "b")),
        same("Eclipse immutable list", () -> Lists.immutable.of(1, 2, 3)),
        same("Eclipse immutable map", () -> Maps.immutable.of("a", 1)),
        same("Eclipse UnifiedMap", () -> UnifiedMap.newMap(Map.of("a", 1, "b", 2))),
        same("Eclipse UnifiedSet", () -> UnifiedSet.newSetWith("a", "b", "c")),
        used(
            "Eclipse HashBag",
            () -> HashBag.newBagWith("a", "a"),
            bag -> ((MutableBag<?>) bag).occurrencesOf("a")),
        used("Eclipse FastListMultimap", CollectionLibraries::multimap, CollectionLibraries::ofA),
        same(
            "Eclipse IntArrayList",
            () ->
                org.eclipse.collections.impl.list.mutable.primitive.IntArrayList.newListWith(1, 2)),
        same("Eclipse IntObjectHashMap", () -> IntObjectHashMap.newWithKeysValues(1, "a", 2, "b")));
  }

  private static Object multimap() {
    FastListMultimap<String, Integer> map = FastListMultimap.newMultimap();
    map.put("a", 1);
    map.put("a", 2);
    return map;
  }

  @SuppressWarnings("unchecked")
  private static Object ofA(Object map) {
    return String.valueOf(((Multimap<Object, Object>) map).get("a"));
  }
}
