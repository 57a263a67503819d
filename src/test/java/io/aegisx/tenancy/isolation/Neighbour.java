package io.aegisx.tenancy.isolation;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A tenant beside others, and all that it must have, by what was answered to its own requests. */
final class Neighbour {

  static final int MAX_USERS = 4;

  final String name;
  final String id;
  final String isolation;
  final SortedMap<String, JsonObject> users = new TreeMap<>();
  final SortedMap<String, JsonObject> products = new TreeMap<>();
  final SortedMap<String, JsonObject> orders = new TreeMap<>();

  /** By Idempotency-Key: the body that was sent with it, and the answer. */
  final Map<String, JsonObject> sent = new HashMap<>();

  final Map<String, JsonObject> answered = new HashMap<>();

  Neighbour(String name, String id, String isolation) {
    this.name = name;
    this.id = id;
    this.isolation = isolation;
  }

  Storage storage() {
    return Storage.of(id, isolation);
  }

  String domain() {
    return name + ".example.com";
  }

  SortedMap<String, JsonObject> rows(String collection) {
    return switch (collection) {
      case "/users" -> users;
      case "/products" -> products;
      default -> orders;
    };
  }

  void forgetAll() {
    Stream.of(users, products, orders, sent, answered).forEach(Map::clear);
  }

  /** What no answer to another tenant's request may contain. */
  Stream<String> traces() {
    return Stream.of(
            Stream.of(name, id),
            users.keySet().stream(),
            products.keySet().stream(),
            orders.keySet().stream())
        .flatMap(traces -> traces);
  }

  boolean hasUserWith(String email) {
    return has(users, "email", email);
  }

  boolean hasProductWith(String sku) {
    return has(products, "sku", sku);
  }

  private static boolean has(Map<String, JsonObject> rows, String field, String value) {
    return rows.values().stream().anyMatch(row -> row.getString(field).equalsIgnoreCase(value));
  }

  boolean hasOrderOfUser(String userId) {
    return orders.values().stream().anyMatch(order -> order.getString("userId").equals(userId));
  }

  boolean hasOrderOfProduct(String productId) {
    return orders.values().stream()
        .flatMap(order -> Shop.lines(order).stream())
        .anyMatch(line -> line.getString("productId").equals(productId));
  }

  void addStock(String productId, long quantity) {
    JsonObject product = products.get(productId);
    product.put("stock", product.getLong("stock") + quantity);
  }

  @Override
  public String toString() {
    return name;
  }
}
