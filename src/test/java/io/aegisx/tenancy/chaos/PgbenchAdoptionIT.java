package io.aegisx.tenancy.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Installation;
import io.aegisx.tenancy.testing.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What {@code pgbench -i -s 10} makes is adopted while {@code pgbench} runs on it. Needs pgbench on
 * the path.
 */
@Tag("chaos")
class PgbenchAdoptionIT {

  private static final String TABLES =
      "pgbench_accounts,pgbench_branches,pgbench_history,pgbench_tellers";

  private static final String MONEY =
      "SELECT (SELECT count(*) FROM {s}.pgbench_accounts) || ' ' || (SELECT sum(abalance) FROM"
          + " {s}.pgbench_accounts) || ' ' || (SELECT sum(tbalance) FROM {s}.pgbench_tellers)"
          + " || ' ' || (SELECT sum(bbalance) FROM {s}.pgbench_branches) || ' ' ||"
          + " (SELECT sum(delta) FROM {s}.pgbench_history) || ' ' ||"
          + " (SELECT count(*) FROM {s}.pgbench_history)";

  @Test
  void noTransactionFailsAndNoMoneyIsLost() throws Exception {
    try (Installation service = Installation.start("pgbench", Map.of())) {
      pgbench(service, "-i", "-s", "10", "--foreign-keys", "-q").waitFor();
      Process load = pgbench(service, "-c", "4", "-j", "2", "-T", "600", "-P", "5");
      TimeUnit.SECONDS.sleep(3);

      adopt(service);

      TimeUnit.SECONDS.sleep(3);
      assertTrue(load.isAlive(), "pgbench ended by itself");
      // As Ctrl-C would.
      new ProcessBuilder("kill", "-INT", Long.toString(load.pid())).start().waitFor();
      load.waitFor(30, TimeUnit.SECONDS);
      String told = Files.readString(output(service));
      assertEquals(List.of(), told.lines().filter(PgbenchAdoptionIT::isFailure).toList(), told);
      String before = money(service, "public");
      assertEquals("1000000", before.split(" ", -1)[0]);

      adopt(service, "--finish");

      assertEquals(before, money(service, "shared"));
      String[] sums = before.split(" ", -1);
      assertEquals(List.of(sums[1], sums[1], sums[1]), List.of(sums[2], sums[3], sums[4]));
      assertTrue(Integer.parseInt(sums[5]) > 1000, before);
      System.out.printf("pgbench made %s transactions meanwhile%n", sums[5]);
    }
  }

  private static boolean isFailure(String line) {
    return line.contains("ERROR") || line.contains("aborted");
  }

  private static String money(Installation service, String schema) {
    return service.stack().superuser().texts(MONEY.replace("{s}", schema)).get(0);
  }

  private static void adopt(Installation service, String... wish) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("adopt", "--tenant", "bank", "--isolation", "shared_database"));
    arguments.addAll(List.of("--tables", TABLES));
    arguments.addAll(List.of(wish));
    try (ServiceProcess process =
        ServiceProcess.start(service.stack().environment(), arguments.toArray(String[]::new))) {
      assertEquals(0, process.awaitExit(), process.output());
      System.out.print(process.output());
    }
  }

  private static Path output(Installation service) {
    return Path.of("target", "pgbench-" + service.stack().databasePort() + ".log");
  }

  private static Process pgbench(Installation service, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("pgbench", "-h", "127.0.0.1", "-U", "aegisx_admin"));
    command.addAll(List.of("-p", Integer.toString(service.stack().databasePort())));
    command.addAll(List.of(arguments));
    command.add("aegisx");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output(service).toFile());
    builder.environment().put("PGPASSWORD", "admin");
    return builder.start();
  }
}
