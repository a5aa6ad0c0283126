package dev.cairn.core.graph.jdk;

import dev.cairn.core.graph.kind.Kind;
import dev.cairn.core.graph.kind.Kind.Infrastructure;
import dev.cairn.core.graph.kind.Kind.Positioned;
import java.util.HashMap;
import java.util.Map;

/** The names of types whose instances, and those of subtypes, are never state. */
final class OutsideTypes {
  private final Map<String, Kind> kinds = new HashMap<>();

  private OutsideTypes() {
    jdk();
    libraries();
    positioned();
  }

  static Map<String, Kind> all() {
    return Map.copyOf(new OutsideTypes().kinds);
  }

  private void infrastructure(String what, String... types) {
    for (String type : types) {
      kinds.put(type, new Infrastructure(what));
    }
  }

  private void positioned(String what, String... types) {
    for (String type : types) {
      kinds.put(type, new Positioned(what));
    }
  }

  private void jdk() {
    infrastructure("a class loader", "java.lang.ClassLoader", "java.lang.Module");
    infrastructure("a thread", "java.lang.Thread", "java.lang.ThreadGroup", "java.util.Timer");
    infrastructure("a thread-local", "java.lang.ThreadLocal");
    infrastructure("an executor", "java.util.concurrent.Executor");
    infrastructure(
        "a lock",
        "java.util.concurrent.locks.Lock",
        "java.util.concurrent.locks.ReadWriteLock",
        "java.util.concurrent.locks.StampedLock",
        "java.util.concurrent.locks.Condition",
        "java.util.concurrent.locks.AbstractOwnableSynchronizer",
        "java.util.concurrent.Semaphore",
        "java.util.concurrent.CountDownLatch",
        "java.util.concurrent.CyclicBarrier",
        "java.util.concurrent.Phaser");
    jdkResources();
  }

  private void jdkResources() {
    infrastructure(
        "a logger",
        "java.util.logging.Logger",
        "java.util.logging.Handler",
        "java.lang.System$Logger");
    infrastructure(
        "a reference that may be cleared", "java.lang.ref.Reference", "java.util.WeakHashMap");
    infrastructure(
        "a connection",
        "java.sql.Connection",
        "java.sql.Statement",
        "javax.sql.DataSource",
        "javax.sql.CommonDataSource",
        "java.sql.Driver",
        "java.net.http.HttpClient",
        "java.net.http.WebSocket",
        "java.net.ServerSocket",
        "javax.net.SocketFactory",
        "javax.net.ServerSocketFactory",
        "javax.net.ssl.SSLContext",
        "javax.naming.Context",
        "javax.management.MBeanServerConnection");
    infrastructure(
        "a process", "java.lang.Process", "java.lang.ProcessHandle", "java.lang.Runtime");
    infrastructure("a file system", "java.nio.file.FileSystem", "java.nio.file.WatchService");
    infrastructure("a source of randomness outside", "java.security.SecureRandom");
    infrastructure("the standard output", "java.io.Console");
  }

  private void libraries() {
    infrastructure(
        "a logger",
        "org.slf4j.Logger",
        "org.apache.logging.log4j.Logger",
        "org.apache.log4j.Category",
        "org.apache.commons.logging.Log",
        "org.jboss.logging.BasicLogger");
    infrastructure(
        "an application context",
        "org.springframework.beans.factory.BeanFactory",
        "org.springframework.core.env.Environment",
        "org.springframework.aop.SpringProxy",
        "org.springframework.aop.framework.Advised",
        "jakarta.enterprise.inject.spi.BeanManager",
        "jakarta.enterprise.inject.Instance",
        "javax.enterprise.inject.spi.BeanManager",
        "com.google.inject.Injector",
        "jakarta.servlet.ServletContext",
        "javax.servlet.ServletContext");
    infrastructure("a registry of meters", "io.micrometer.core.instrument.MeterRegistry");
    libraryConnections();
  }

  private void libraryConnections() {
    infrastructure(
        "a connection",
        "jakarta.persistence.EntityManager",
        "jakarta.persistence.EntityManagerFactory",
        "javax.persistence.EntityManager",
        "javax.persistence.EntityManagerFactory",
        "org.hibernate.SharedSessionContract",
        "org.hibernate.SessionFactory",
        "okhttp3.OkHttpClient",
        "okhttp3.Call$Factory",
        "org.apache.http.client.HttpClient",
        "org.apache.hc.client5.http.classic.HttpClient",
        "org.apache.kafka.clients.producer.Producer",
        "org.apache.kafka.clients.consumer.Consumer",
        "com.mongodb.client.MongoClient",
        "redis.clients.jedis.Jedis",
        "redis.clients.jedis.util.Pool",
        "io.lettuce.core.AbstractRedisClient",
        "software.amazon.awssdk.core.SdkClient",
        "io.netty.channel.EventLoopGroup",
        "io.netty.channel.Channel",
        "io.grpc.Channel",
        "com.rabbitmq.client.Connection",
        "jakarta.jms.Connection",
        "javax.jms.Connection");
  }

  private void positioned() {
    positioned(
        "a stream",
        "java.io.InputStream",
        "java.io.OutputStream",
        "java.io.RandomAccessFile",
        "java.util.stream.BaseStream",
        "java.util.concurrent.Flow$Publisher");
    positioned("a reader", "java.io.Reader", "java.util.Scanner", "java.io.StreamTokenizer");
    positioned("a writer", "java.io.Writer");
    positioned("a channel", "java.nio.channels.Channel", "java.net.Socket");
    positioned("a result set", "java.sql.ResultSet");
    positioned("an archive", "java.util.zip.ZipFile");
  }
}
