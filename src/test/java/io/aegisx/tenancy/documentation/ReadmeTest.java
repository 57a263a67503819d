package io.aegisx.tenancy.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README shows real code of the project, and its links lead somewhere. */
class ReadmeTest {

  private static final Pattern SNIPPET =
      Pattern.compile("<!-- source: (\\S+) -->\\n```\\w+\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)[^):]*\\)");

  @Test
  void everyLineOfASnippetStandsInItsSource() throws IOException {
    List<MatchResult> snippets = all(SNIPPET, Path.of("README.md"));
    assertTrue(snippets.size() >= 5);
    for (MatchResult snippet : snippets) {
      assertEquals(List.of(), missing(snippet.group(2), Path.of(snippet.group(1))));
    }
  }

  @Test
  void linksLeadToFiles() throws IOException {
    for (Path page : pages()) {
      for (MatchResult link : all(LINK, page)) {
        assertTrue(Files.exists(page.resolveSibling(link.group(1))), page + ": " + link.group(1));
      }
    }
  }

  @Test
  void theTwoCommandsAreThere() throws IOException {
    assertTrue(
        Files.readString(Path.of("README.md"))
            .contains("```\n./mvnw quarkus:dev\n./mvnw verify\n```"));
  }

  private static List<String> missing(String snippet, Path source) throws IOException {
    List<String> lines = Files.readAllLines(source).stream().map(String::strip).toList();
    return snippet
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.equals("…") && !lines.contains(line))
        .toList();
  }

  private static List<MatchResult> all(Pattern pattern, Path page) throws IOException {
    return pattern.matcher(Files.readString(page)).results().toList();
  }

  private static List<Path> pages() throws IOException {
    try (var files = Files.walk(Path.of("docs"))) {
      List<Path> pages = files.filter(file -> file.toString().endsWith(".md")).toList();
      assertFalse(pages.isEmpty());
      return java.util.stream.Stream.concat(
              pages.stream(), java.util.stream.Stream.of(Path.of("README.md").toAbsolutePath()))
          .toList();
    }
  }
}
