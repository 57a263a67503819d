package io.aegisx.tenancy.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A row of the orders table. */
@Entity(name = "PurchaseOrder") // "Order" is a word of HQL
@Table(name = "orders")
public class Order {
  @Id UUID id;
  @Column UUID userId;
  @Column String placedBy;

  @Column
  @Enumerated(EnumType.STRING)
  OrderStatus status;

  @Column long totalCents;
  @Column String currency;
  @Column Instant createdAt;
  @Version long version;
}
