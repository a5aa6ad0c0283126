package dev.cairn.it.kinds.specimen;

import static dev.cairn.it.kinds.specimen.Specimen.foreign;
import static dev.cairn.it.kinds.specimen.Specimen.refused;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** What is never state, or stands somewhere. */
final class OutsideKinds {

  private OutsideKinds() {}

  static Stream<Specimen> all() {
    return Stream.of(machinery(), locks(), positions(), unknown()).flatMap(kinds -> kinds);
  }

  private static Stream<Specimen> machinery() {
    return Stream.of(
        refused("Thread", () -> new Thread(() -> {}, "of a test"), "a thread"),
        refused("ThreadLocal", ThreadLocal::new, "a thread-local"),
        refused("Timer", () -> new Timer("of a test", true), "a thread"),
        refused(
            "ExecutorService",
            () -> Executors.newFixedThreadPool(1, r -> new Thread(r, "of a test")),
            "an executor"),
        refused("ClassLoader", () -> OutsideKinds.class.getClassLoader(), "a class loader"),
        refused("Logger", () -> Logger.getLogger("of a test"), "a logger"),
        refused("HttpClient", HttpClient::newHttpClient, "a connection"),
        refused("ProcessHandle", ProcessHandle::current, "a process"),
        refused("SecureRandom", SecureRandom::new, "a source of randomness outside"),
        refused("WeakReference", () -> new WeakReference<>("x"), "a reference that may be cleared"),
        refused(
            "SoftReference", () -> new SoftReference<>("x"), "a reference that may be cleared"));
  }

  private static Stream<Specimen> locks() {
    return Stream.of(
        refused("ReentrantLock", ReentrantLock::new, "a lock"),
        refused("ReentrantReadWriteLock", ReentrantReadWriteLock::new, "a lock"),
        refused("Semaphore", () -> new Semaphore(1), "a lock"),
        refused("CountDownLatch", () -> new CountDownLatch(1), "a lock"));
  }

  private static Stream<Specimen> positions() {
    return Stream.of(
        foreign("Iterator", () -> new ArrayList<>(List.of(1)).iterator(), "an iterator"),
        foreign("Spliterator", () -> List.of(1).spliterator(), "an iterator"),
        foreign("Stream", () -> Stream.of(1), "a stream"),
        foreign("ByteArrayInputStream", () -> new ByteArrayInputStream(new byte[1]), "a stream"),
        foreign("ByteArrayOutputStream", ByteArrayOutputStream::new, "a stream"),
        foreign("StringReader", () -> new StringReader("x"), "a reader"),
        foreign("StringWriter", StringWriter::new, "a writer"),
        foreign("PrintWriter", () -> new PrintWriter(new StringWriter()), "a writer"),
        foreign("Scanner", () -> new Scanner("x"), "a reader"),
        foreign("Socket", Socket::new, "a channel"),
        foreign("FileChannel", OutsideKinds::channel, "a channel"));
  }

  private static Object channel() {
    try {
      File file = File.createTempFile("kind", null);
      file.deleteOnExit();
      return FileChannel.open(file.toPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Specimen> unknown() {
    return Stream.of(
        foreign("CompletableFuture", CompletableFuture::new, "under way"),
        foreign("MessageDigest", OutsideKinds::digest, "does not know"),
        foreign("CRC32", CRC32::new, "does not know"));
  }

  private static Object digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
