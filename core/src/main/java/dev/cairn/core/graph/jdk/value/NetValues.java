package dev.cairn.core.graph.jdk.value;

import dev.cairn.core.graph.jdk.value.Values.Simple;
import dev.cairn.core.graph.kind.ValueSink;
import dev.cairn.core.graph.kind.ValueSource;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Addresses of the net, without ever asking the name service. */
final class NetValues {

  private NetValues() {}

  static List<Simple<?>> all() {
    return List.of(
        new Simple<>(71, Inet4Address.class, NetValues::write, s -> (Inet4Address) read(s)),
        new Simple<>(72, Inet6Address.class, NetValues::write, s -> (Inet6Address) read(s)),
        new Simple<>(73, InetSocketAddress.class, NetValues::writeSocket, NetValues::readSocket));
  }

  /** The text of an address begins with the name that it was given, or has found so far. */
  private static void write(InetAddress value, ValueSink sink) {
    String text = value.toString();
    sink.text(text.substring(0, text.indexOf('/')));
    sink.bytes(value.getAddress());
    sink.number(value instanceof Inet6Address six ? six.getScopeId() : 0);
  }

  private static InetAddress read(ValueSource source) {
    String name = source.text();
    byte[] address = source.bytes();
    int scope = source.smallNumber();
    try {
      String given = name.isEmpty() ? null : name;
      return address.length == 16
          ? Inet6Address.getByAddress(given, address, scope == 0 ? -1 : scope)
          : InetAddress.getByAddress(given, address);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static void writeSocket(InetSocketAddress value, ValueSink sink) {
    sink.number(value.getPort());
    sink.number(value.isUnresolved() ? 1 : 0);
    if (value.isUnresolved()) {
      sink.text(value.getHostString());
    } else {
      write(value.getAddress(), sink);
    }
  }

  private static InetSocketAddress readSocket(ValueSource source) {
    int port = source.smallNumber();
    return source.number() != 0
        ? InetSocketAddress.createUnresolved(source.text(), port)
        : new InetSocketAddress(read(source), port);
  }
}
