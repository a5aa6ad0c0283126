package dev.cairn.core.codec.kryo.golden;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The states that the golden files hold. Never changed: a state that is new gets a constant, and
 * its files are written then. Nothing here depends on the JDK.
 */
enum GoldenState {
  VALUES {
    @Override
    Object made() {
      return new ArrayList<>(
          Arrays.asList(
              true,
              (byte) -1,
              'é',
              (short) 300,
              -70_000,
              1L << 40,
              1.5f,
              Math.PI,
              null,
              "text",
              "\ud83d\ude00",
              new BigDecimal("12.50"),
              Instant.ofEpochSecond(1, 2),
              new UUID(1, 2),
              Color.GREEN,
              Shop.class,
              int.class));
    }
  },
  OBJECTS {
    @Override
    Object made() {
      Shop shop = new Shop();
      shop.orders.add(new Order("tea", 2, shop));
      shop.orders.add(new Order("coffee", 1, shop));
      shop.orders.add(shop.orders.get(0));
      shop.best = shop.orders.get(1);
      return shop;
    }
  },
  CONTAINERS {
    @Override
    Object made() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("hash", new HashMap<>(Map.of("one", 1, "two", 2)));
      map.put("tree", new TreeMap<>(new TreeMap<>(Map.of(2, "b", 1, "a"))));
      map.put("ints", new int[] {1, -2, 3});
      map.put("doubles", new double[] {0.5, Double.NaN});
      map.put("rows", new Object[][] {{"x"}, {}});
      map.put("self", map);
      return map;
    }
  };

  abstract Object made();

  /** A constant is recorded by its name. */
  enum Color {
    RED,
    GREEN
  }

  /** A record is recorded by the names of its components. */
  record Order(String what, int count, Shop shop) {}

  /** Has itself among its parts. */
  static final class Shop {
    final List<Order> orders = new ArrayList<>();
    @Nullable Order best;
    transient int calls = 7;
    Color[] colors = {Color.RED, Color.GREEN, Color.RED};
  }
}
