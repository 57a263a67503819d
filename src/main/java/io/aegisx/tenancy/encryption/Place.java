package io.aegisx.tenancy.encryption;

import io.aegisx.tenancy.tenant.TenantId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Where a value is kept. What is encrypted for one place decrypts nowhere else.
 *
 * @param row what tells the row from the others of the table
 */
public record Place(String table, String column, String row) {

  /** The associated data, each part with its length before it, so that no two places share it. */
  byte[] within(TenantId tenant, int keyVersion) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream data = new DataOutputStream(bytes)) {
      data.writeLong(tenant.value().getMostSignificantBits());
      data.writeLong(tenant.value().getLeastSignificantBits());
      data.writeInt(keyVersion);
      for (String part : new String[] {table, column, row}) {
        byte[] text = part.getBytes(StandardCharsets.UTF_8);
        data.writeInt(text.length);
        data.write(text);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
