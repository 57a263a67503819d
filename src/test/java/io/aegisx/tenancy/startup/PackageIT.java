package io.aegisx.tenancy.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.ServiceProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What is inside of the package that operators get. */
class PackageIT {

  private static final Predicate<String> DEVELOPMENT =
      name ->
          name.startsWith("io/aegisx/tenancy/development/")
              || name.startsWith("io/zonky/")
              || name.endsWith(".txz");

  @Test
  void theJarsHoldTheServiceAndNothingOfDevelopment() throws IOException {
    Assumptions.assumeFalse(ServiceProcess.isNative());
    List<String> entries = entriesOfAllJars();

    assertTrue(entries.contains("io/aegisx/tenancy/isolation/TenantData.class"));
    assertEquals(List.of(), entries.stream().filter(DEVELOPMENT).toList());
  }

  @Test
  void theExecutableHoldsTheServiceAndNothingOfDevelopment() throws IOException {
    Assumptions.assumeTrue(ServiceProcess.isNative());
    String bytes = Files.readString(ServiceProcess.artifact(), StandardCharsets.ISO_8859_1);

    assertTrue(bytes.contains("io.aegisx.tenancy.isolation.TenantData"));
    assertFalse(bytes.contains("io.aegisx.tenancy.development."));
    assertFalse(bytes.contains("io.zonky"));
  }

  private static List<String> entriesOfAllJars() throws IOException {
    try (Stream<Path> files = Files.walk(ServiceProcess.artifact().getParent())) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .flatMap(PackageIT::entries)
          .toList();
    }
  }

  private static Stream<String> entries(Path jar) {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.stream().map(ZipEntry::getName).toList().stream();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
