package dev.cairn.it.kinds.specimen;

import static dev.cairn.it.kinds.specimen.Specimen.foreign;
import static dev.cairn.it.kinds.specimen.Specimen.refused;
import static dev.cairn.it.kinds.specimen.Specimen.same;
import static dev.cairn.it.kinds.specimen.Specimen.used;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.hibernate.bytecode.internal.bytebuddy.ByteBuddyState;
import org.hibernate.collection.spi.PersistentList;
import org.hibernate.collection.spi.PersistentMap;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.ProxyConfiguration;
import org.hibernate.proxy.pojo.bytebuddy.ByteBuddyInterceptor;
import org.hibernate.proxy.pojo.bytebuddy.ByteBuddyProxyHelper;
import org.jspecify.annotations.Nullable;

/** Documents and entities: Jackson, XML, Hibernate. */
final class DocumentKinds {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private DocumentKinds() {}

  static Stream<Specimen> all() {
    return Stream.of(jackson(), xml(), hibernate()).flatMap(kinds -> kinds);
  }

  private static Stream<Specimen> jackson() {
    return Stream.of(
        used(
            "Jackson ObjectNode",
            DocumentKinds::object,
            node -> ((JsonNode) node).get("list").get(1).asText()),
        used(
            "Jackson ArrayNode",
            () -> NODES.arrayNode().add(1).add("a"),
            array -> ((ArrayNode) array).add(2).size()),
        same("Jackson TextNode", () -> NODES.textNode("a")),
        same("Jackson IntNode", () -> NODES.numberNode(5)),
        same("Jackson DecimalNode", () -> NODES.numberNode(new BigDecimal("1.5"))),
        used("Jackson NullNode", NODES::nullNode, node -> node == NODES.nullNode()),
        used(
            "Jackson BooleanNode",
            () -> NODES.booleanNode(true),
            node -> node == NODES.booleanNode(true)),
        foreign("Jackson ObjectMapper", ObjectMapper::new, "").asInput(Specimen.Input.REFUSED));
  }

  private static Object object() {
    ObjectNode object = NODES.objectNode();
    object.put("name", "a").putArray("list").add(1).add("b");
    return object;
  }

  private static Stream<Specimen> xml() {
    return Stream.of(foreign("org.w3c.dom.Document", DocumentKinds::document, "does not know"));
  }

  private static Object document() {
    try {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As Hibernate leaves it when its elements are loaded. */
  static final class LoadedList extends PersistentList<String> {
    private static final long serialVersionUID = 1L;

    LoadedList(List<String> elements) {
      list = elements;
      setInitialized();
    }
  }

  /** As Hibernate leaves it when its entries are loaded. */
  static final class LoadedMap extends PersistentMap<String, Integer> {
    private static final long serialVersionUID = 1L;

    LoadedMap(Map<String, Integer> entries) {
      map = entries;
      setInitialized();
    }
  }

  private static Stream<Specimen> hibernate() {
    return Stream.of(
        used(
            "Hibernate PersistentList, loaded",
            () -> new LoadedList(new ArrayList<>(List.of("a"))),
            list -> ((PersistentList<?>) list).get(0)),
        used(
            "Hibernate PersistentMap, loaded",
            () -> new LoadedMap(new HashMap<>(Map.of("a", 1))),
            map -> ((PersistentMap<?, ?>) map).get("a")),
        refused("Hibernate PersistentList, not loaded", PersistentList::new, "not loaded"),
        foreign("Hibernate proxy, loaded", () -> proxy(new Customer()), "a proxy of Hibernate"),
        foreign("Hibernate proxy, not loaded", () -> proxy(null), "a proxy of Hibernate"));
  }

  /** An entity as users write it; proxies are subclasses of it. */
  public static class Customer {
    private String name = "Ada";

    public String getName() {
      return name;
    }
  }

  /** As Hibernate makes them for associations that are fetched when they are asked. */
  private static Object proxy(@Nullable Customer loaded) {
    ByteBuddyState state = new ByteBuddyState();
    Class<?>[] interfaces = {HibernateProxy.class};
    try {
      Object proxy =
          new ByteBuddyProxyHelper(state)
              .buildProxy(Customer.class, interfaces)
              .getDeclaredConstructor()
              .newInstance();
      ByteBuddyInterceptor interceptor =
          new ByteBuddyInterceptor(
              Customer.class.getName(),
              Customer.class,
              interfaces,
              1L,
              null,
              null,
              null,
              null,
              false);
      ((ProxyConfiguration) proxy).$$_hibernate_set_interceptor(interceptor);
      if (loaded != null) {
        interceptor.setImplementation(loaded);
      }
      return proxy;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
