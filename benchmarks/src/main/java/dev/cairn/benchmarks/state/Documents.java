package dev.cairn.benchmarks.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The context of a document pipeline: text, tables, maps and records, some 13 MB. */
final class Documents {
  private static final int PAGES = 1200;
  private static final int PARAGRAPHS = 8;
  private static final int WORDS = 130;
  private static final int ENTITIES = 15;
  private static final int ROWS = 8;
  private static final int COLUMNS = 5;

  private final SplittableRandom random = new SplittableRandom(13);
  private final Map<String, List<Entity>> index = new LinkedHashMap<>();

  private Documents() {}

  static final class Context {
    final List<Page> pages = new ArrayList<>();
    Map<String, List<Entity>> index = new HashMap<>();
  }

  static final class Page {
    final int number;
    final List<String> paragraphs = new ArrayList<>();
    final List<Entity> entities = new ArrayList<>();
    final Map<String, Object> facts = new HashMap<>();
    final Table table;

    Page(int number, Table table) {
      this.number = number;
      this.table = table;
    }
  }

  record Entity(String type, String text, int start, int end, double score) {}

  record Table(List<String> columns, List<List<String>> rows) {}

  static Context make() {
    return new Documents().context();
  }

  /** Changes one page in a hundred in place; once more, and all is as it was. */
  static void change(Context context) {
    for (int i = 0; i < PAGES; i += 100) {
      context.pages.get(i).facts.computeIfPresent("confidence", (key, old) -> -(double) old);
    }
  }

  private Context context() {
    Context context = new Context();
    for (int i = 0; i < PAGES; i++) {
      context.pages.add(page(i));
    }
    context.index = index;
    return context;
  }

  private Page page(int number) {
    Page page = new Page(number, table());
    for (int i = 0; i < PARAGRAPHS; i++) {
      page.paragraphs.add(words(WORDS));
    }
    for (int i = 0; i < ENTITIES; i++) {
      page.entities.add(entity());
    }
    page.facts.put("language", "en");
    page.facts.put("number", number);
    page.facts.put("confidence", random.nextDouble());
    page.facts.put("title", words(6));
    return page;
  }

  private Entity entity() {
    int start = random.nextInt(5000);
    String text = words(2);
    Entity entity = new Entity(word(), text, start, start + 10, random.nextDouble());
    index.computeIfAbsent(entity.type(), type -> new ArrayList<>()).add(entity);
    return entity;
  }

  private Table table() {
    List<String> columns = List.of("item", "unit", "amount", "price", "total");
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      List<String> row = new ArrayList<>();
      for (int j = 0; j < COLUMNS; j++) {
        row.add(Integer.toString(random.nextInt(1_000_000)));
      }
      rows.add(row);
    }
    return new Table(columns, rows);
  }

  private String words(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(word()).append(' ');
    }
    return text.toString();
  }

  private String word() {
    return Integer.toString(random.nextInt(20_000, 4_000_000), Character.MAX_RADIX) + "ation";
  }
}
