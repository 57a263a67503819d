package io.aegisx.tenancy.users;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A row of the users table. Which tenant's it is, is the connection's business. */
@Entity
@Table(name = "users")
public class User {
  @Id UUID id;
  @Column String email;
  @Column String name;
  @Column Instant createdAt;
  @Column Instant updatedAt;
  @Version long version;
}
