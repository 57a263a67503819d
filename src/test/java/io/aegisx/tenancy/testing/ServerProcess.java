package io.aegisx.tenancy.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A database server as the operating system sees it. */
public record ServerProcess(ProcessHandle postmaster) {

  /** The server that runs on a data directory. */
  static ServerProcess of(Path directory) throws IOException {
    String pid = Files.readAllLines(directory.resolve("postmaster.pid")).get(0);
    return new ServerProcess(ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow());
  }

  /** Stops all of it in the middle of what it does: connections stay, and nobody answers. */
  public void freeze() throws IOException, InterruptedException {
    kill("STOP", all());
  }

  /** Goes on where {@link #freeze} stopped. */
  public void thaw() throws IOException, InterruptedException {
    kill("CONT", all());
  }

  void signal(String name) throws IOException, InterruptedException {
    kill(name, Stream.of(postmaster));
  }

  void awaitEnd() {
    try {
      postmaster.onExit().get(20, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException failure) {
      throw new IllegalStateException("The database server does not end", failure);
    }
  }

  private Stream<ProcessHandle> all() {
    return Stream.concat(Stream.of(postmaster), postmaster.descendants());
  }

  private static void kill(String signal, Stream<ProcessHandle> processes)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
    processes.forEach(process -> command.add(Long.toString(process.pid())));
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
