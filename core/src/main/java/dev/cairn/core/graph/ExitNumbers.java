package dev.cairn.core.graph;

import dev.cairn.core.graph.number.ObjectTable;
import dev.cairn.core.graph.number.Paths;
import dev.cairn.core.graph.number.Recall;
import dev.cairn.core.graph.type.Kinds;

/**
 * The numbers of a graph's objects, and further ones for what is found at the exit. For one thread.
 */
public final class ExitNumbers implements Paths.Found {
  private final WalkedGraph entry;
  private final ObjectTable created = new ObjectTable();
  private final Paths paths;
  private final Recall known;

  /** The numbers of the entry, and none more yet. */
  public ExitNumbers(WalkedGraph entry) {
    this.entry = entry;
    this.known = entry.recall();
    this.paths = new Paths(entry.kinds(), entry.frame(), this);
  }

  /** The references of an object follow; best in the order of the numbers. */
  public void begin(int number) {
    known.begin(number);
  }

  /** The number of an object that was met here at the entry too, or -1 where that is not clear. */
  public int expected(Object object) {
    return known.expected(object);
  }

  /** The number of an object, or -1 if it has none yet. */
  public int numberOf(Object object) {
    int number = known.numberOf(object);
    if (number >= 0) {
      return number;
    }
    int own = created.numberOf(object);
    return own < 0 ? own : entry.size() + own;
  }

  /** Whether an object was there at the entry. */
  public boolean isInput(Object object) {
    return entry.numberOf(object) >= 0;
  }

  /** Whether an object was not there at the entry and has a number. */
  public boolean isNew(Object object) {
    return entry.numberOf(object) < 0 && created.numberOf(object) >= 0;
  }

  /** Whether an object is the receiver of the call. */
  public boolean isSelf(Object object) {
    return entry.frame().self().filter(self -> self == object).isPresent();
  }

  /** Numbers an object that has none yet. */
  public int add(Object object, int parent, long edge) {
    return entry.size() + created.add(object, parent, edge, 0, 0);
  }

  /** The kinds of the objects. */
  public Kinds kinds() {
    return entry.kinds();
  }

  /** How many numbers there are. */
  public int size() {
    return entry.size() + created.size();
  }

  @Override
  public Object object(int number) {
    return number < entry.size() ? entry.object(number) : created.object(number - entry.size());
  }

  @Override
  public int parent(int number) {
    return number < entry.size() ? entry.parent(number) : created.parent(number - entry.size());
  }

  @Override
  public long edge(int number) {
    return number < entry.size() ? entry.edge(number) : created.edge(number - entry.size());
  }

  /** Where an object was found. */
  public String path(int number) {
    return paths.of(number);
  }

  /** Where an edge of an object leads. */
  public String path(int parent, long edge) {
    return paths.of(parent, edge);
  }
}
