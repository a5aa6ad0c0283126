package dev.cairn.benchmarks.state;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A million small objects that refer to each other. */
final class Orders {
  private static final int CUSTOMERS = 20_000;
  private static final int PRODUCTS = 5_000;
  private static final int ORDERS = 140_000;
  private static final int LINES = 5;

  private Orders() {}

  enum Status {
    OPEN,
    PAID,
    SENT
  }

  static final class Book {
    final List<Customer> customers = new ArrayList<>();
    final List<Product> products = new ArrayList<>();
    final List<Order> orders = new ArrayList<>();
  }

  static final class Customer {
    final long id;
    final String name;
    int points;

    Customer(long id, String name) {
      this.id = id;
      this.name = name;
    }
  }

  record Product(int id, String name, double price) {}

  static final class Order {
    final long id;
    final Customer customer;
    final List<Line> lines = new ArrayList<>();
    Status status = Status.OPEN;
    double total;

    Order(long id, Customer customer) {
      this.id = id;
      this.customer = customer;
    }
  }

  static final class Line {
    final Product product;
    int quantity;
    double price;

    Line(Product product, int quantity) {
      this.product = product;
      this.quantity = quantity;
      this.price = product.price() * quantity;
    }
  }

  /** Changes one order in a hundred in place; once more, and all is as it was. */
  static void change(Book book) {
    for (int i = 0; i < ORDERS; i += 100) {
      book.orders.get(i).total *= -1;
    }
  }

  static Book make() {
    SplittableRandom random = new SplittableRandom(1);
    Book book = new Book();
    for (int i = 0; i < CUSTOMERS; i++) {
      book.customers.add(new Customer(i, "customer " + random.nextInt(1_000_000)));
    }
    for (int i = 0; i < PRODUCTS; i++) {
      book.products.add(new Product(i, "product " + i, random.nextInt(100) / 4.0));
    }
    for (int i = 0; i < ORDERS; i++) {
      book.orders.add(order(book, i, random));
    }
    return book;
  }

  private static Order order(Book book, int id, SplittableRandom random) {
    Order order = new Order(id, book.customers.get(random.nextInt(CUSTOMERS)));
    order.status = Status.values()[random.nextInt(3)];
    for (int i = 0; i < LINES; i++) {
      Line line = new Line(book.products.get(random.nextInt(PRODUCTS)), random.nextInt(1, 9));
      order.lines.add(line);
      order.total += line.price;
    }
    return order;
  }
}
