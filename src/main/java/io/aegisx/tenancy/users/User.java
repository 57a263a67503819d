package io.aegisx.tenancy.users;

import io.aegisx.tenancy.encryption.attribute.Encrypted;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the users table. Which tenant's it is, is the connection's business. */
@Entity
@Table(name = "users")
public class User {
  @Id UUID id;
  @Column String email;

  @Column
  @Encrypted(blindIndex = "nameIndex")
  String name;

  @Nullable @Column String nameIndex;

  @Column Instant createdAt;
  @Column Instant updatedAt;
  @Version long version;
}
