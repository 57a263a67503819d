package io.aegisx.tenancy.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of the order_lines table: so many of one product, at the price of that moment. */
@Entity
@Table(name = "order_lines")
public class OrderLine {
  @Id UUID id;
  @Column UUID orderId;
  @Column UUID productId;
  @Column long quantity;
  @Column long unitPriceCents;
}
