package dev.cairn.it.runs.program;

import dev.cairn.Checkpointed;
import dev.cairn.it.crash.program.Diary;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A program without any pipeline: three steps, and then it ends in the way that it is told to. */
public final class Plain {
  private static final int STEPS = 3;

  private final Diary diary = Diary.ofThisProgram();
  private long sum;

  private Plain() {}

  /** The argument says how it ends; it ends badly unless {@code -Dhealthy=true}. */
  public static void main(String[] arguments) throws Exception {
    Plain plain = new Plain();
    switch (arguments[0]) {
      case "exits" -> plain.exit();
      case "exits-in-a-worker" -> inThread(plain::exit).join();
      case "exits-in-a-stage" -> plain.exitInStage();
      case "throws" -> plain.fail();
      case "leaves-threads" -> inThread(plain::steps);
      case "leaves-a-failing-thread" -> inThread(plain::fail);
      case "waits" -> plain.await();
      case "leaves-a-waiting-thread" -> inThread(plain::await);
      case "listens" -> plain.listen();
      case "listens-later" -> plain.listenLater();
      default -> plain.steps();
    }
  }

  private static Thread inThread(Runnable work) {
    Thread thread = new Thread(work, "worker");
    thread.start();
    return thread;
  }

  private void steps() {
    for (int number = 1; number <= STEPS; number++) {
      step(number);
    }
    System.out.println("sum " + sum);
  }

  @Checkpointed(name = "step")
  void step(int number) {
    diary.note("begin step " + number);
    sum = sum * 10 + number;
  }

  private void exit() {
    steps();
    System.exit(isSick() ? 3 : 0);
  }

  private static boolean isSick() {
    return !Boolean.getBoolean("healthy");
  }

  private void exitInStage() {
    steps();
    exitAsStage();
  }

  @Checkpointed(name = "exit")
  void exitAsStage() {
    if (isSick()) {
      System.exit(0);
    }
  }

  private void fail() {
    steps();
    if (isSick()) {
      throw new IllegalStateException("the program fails");
    }
  }

  private void await() {
    steps();
    if (isSick()) {
      System.out.println("at the gate");
      try {
        System.in.read();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void listen() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      steps();
      System.out.println(socket.isBound());
    }
  }

  private void listenLater() throws IOException {
    step(0);
    listen();
  }
}
