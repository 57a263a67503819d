package io.aegisx.tenancy.products;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** A row of the products table. Which tenant's it is, is the connection's business. */
@Entity
@Table(name = "products")
public class Product {
  @Id UUID id;
  @Column String sku;
  @Column String name;
  @Column long priceCents;
  @Column String currency;
  @Column long stock;
  @Version long version;

  public UUID id() {
    return id;
  }

  /** The price of one, in hundredths of the currency. */
  public long priceCents() {
    return priceCents;
  }

  /** The code of the currency, ISO 4217. */
  public String currency() {
    return currency;
  }
}
