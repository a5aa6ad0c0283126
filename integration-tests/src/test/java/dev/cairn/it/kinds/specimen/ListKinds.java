package dev.cairn.it.kinds.specimen;

import static dev.cairn.it.kinds.specimen.Specimen.foreign;
import static dev.cairn.it.kinds.specimen.Specimen.same;
import static dev.cairn.it.kinds.specimen.Specimen.used;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Stack;
import java.util.Vector;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lists and queues of the JDK. */
final class ListKinds {

  private ListKinds() {}

  static Stream<Specimen> all() {
    return Stream.of(lists(), immutable(), queues(), blocking()).flatMap(kinds -> kinds);
  }

  private static Stream<Specimen> lists() {
    return Stream.of(
        same("ArrayList", () -> new ArrayList<>(List.of(1, 2))),
        same("ArrayList with null", () -> new ArrayList<>(Arrays.asList(1, null))),
        same("ArrayList, empty", () -> new ArrayList<>()),
        same("ArrayList that holds itself", ListKinds::ownMember),
        same("LinkedList", () -> new LinkedList<>(List.of("a", "b"))),
        same("Vector", () -> new Vector<>(List.of(1, 2))),
        used("Stack", ListKinds::stack, stack -> ((Stack<?>) stack).peek()),
        same("CopyOnWriteArrayList", () -> new CopyOnWriteArrayList<>(List.of(1, 2))),
        same("Arrays.asList", () -> Arrays.asList("a", "b")),
        same("Collectors.toList", () -> Stream.of(1, 2).collect(Collectors.toList())));
  }

  private static Object ownMember() {
    List<Object> list = new ArrayList<>();
    list.add("a");
    list.add(list);
    return list;
  }

  private static Object stack() {
    Stack<Object> stack = new Stack<>();
    stack.push("below");
    stack.push("top");
    return stack;
  }

  private static Stream<Specimen> immutable() {
    return Stream.of(
        same("List.of()", List::of),
        same("List.of(a)", () -> List.of("a")),
        same("List.of(a, b, c)", () -> List.of(1, 2, 3)),
        same("List.copyOf", () -> List.copyOf(new ArrayList<>(List.of(1, 2, 3)))),
        same("Stream.toList", () -> Stream.of(1, 2).toList()),
        same("Stream.toList with null", () -> Stream.of(1, null).toList()),
        same("Collections.emptyList", Collections::emptyList),
        same("Collections.singletonList", () -> Collections.singletonList(1)),
        same("Collections.nCopies", () -> Collections.nCopies(3, "x")));
  }

  private static Stream<Specimen> queues() {
    return Stream.of(
        same("ArrayDeque", () -> new ArrayDeque<>(List.of(3, 4))),
        used("ArrayDeque that went around", ListKinds::around, ListKinds::polled),
        used("PriorityQueue", () -> new PriorityQueue<>(List.of(3, 1, 2)), ListKinds::polled),
        used("PriorityQueue with a comparator", ListKinds::queue, ListKinds::polled),
        same("ConcurrentLinkedQueue", () -> new ConcurrentLinkedQueue<>(List.of(1, 2))),
        same("ConcurrentLinkedDeque", () -> new ConcurrentLinkedDeque<>(List.of(1, 2))),
        same("LinkedTransferQueue", () -> new LinkedTransferQueue<>(List.of(1, 2))));
  }

  private static Object around() {
    Deque<Object> deque = new ArrayDeque<>(4);
    IntStream.range(0, 12).forEach(deque::addLast);
    IntStream.range(0, 9).forEach(i -> deque.removeFirst());
    IntStream.range(0, 5).forEach(deque::addLast);
    return deque;
  }

  private static Object queue() {
    Queue<Object> queue = new PriorityQueue<>(Collections.reverseOrder());
    queue.addAll(List.of("c", "a", "b"));
    return queue;
  }

  static List<Object> polled(Object queue) {
    List<Object> polled = new ArrayList<>();
    Queue<?> live = (Queue<?>) queue;
    while (!live.isEmpty()) {
      polled.add(live.remove());
    }
    return polled;
  }

  private static Stream<Specimen> blocking() {
    return Stream.of(
        used("ArrayBlockingQueue", () -> full(new ArrayBlockingQueue<>(3)), ListKinds::room),
        used("LinkedBlockingQueue", () -> full(new LinkedBlockingQueue<>()), ListKinds::room),
        used(
            "LinkedBlockingQueue, bounded",
            () -> full(new LinkedBlockingQueue<>(7)),
            ListKinds::room),
        used(
            "LinkedBlockingDeque, bounded",
            () -> full(new LinkedBlockingDeque<>(7)),
            ListKinds::room),
        used(
            "PriorityBlockingQueue",
            () -> new PriorityBlockingQueue<>(List.of(3, 1)),
            ListKinds::polled),
        used("PriorityBlockingQueue with a comparator", ListKinds::ordered, ListKinds::polled),
        foreign("SynchronousQueue", SynchronousQueue::new, "does not know"),
        foreign("DelayQueue", DelayQueue::new, "does not know"));
  }

  private static Object full(BlockingQueue<Object> queue) {
    queue.add("a");
    return queue;
  }

  private static Object room(Object queue) {
    return ((BlockingQueue<?>) queue).remainingCapacity();
  }

  private static Object ordered() {
    Queue<Object> queue = new PriorityBlockingQueue<>(2, Collections.reverseOrder());
    queue.addAll(List.of(1, 3, 2));
    return queue;
  }
}
