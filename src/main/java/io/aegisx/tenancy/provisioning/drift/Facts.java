package io.aegisx.tenancy.provisioning.drift;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All that a schema has, by what it is. */
final class Facts {

  private final SortedMap<String, Fact> byWhat = new TreeMap<>();

  Facts(Collection<Fact> facts) {
    facts.forEach(fact -> byWhat.put(fact.what(), fact));
  }

  /** These without what belongs to some tables, views and sequences. */
  Facts without(Set<String> relations) {
    return new Facts(
        byWhat.values().stream().filter(fact -> !relations.contains(fact.of())).toList());
  }

  boolean isEmpty() {
    return byWhat.isEmpty();
  }

  /** SHA-256 of all facts, in hexadecimal: the same for schemas that have the same. */
  String fingerprint() {
    String all =
        byWhat.values().stream()
            .map(fact -> fact.what() + ": " + fact.definition())
            .collect(Collectors.joining("\n"));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(all.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** How these differ from what is expected, in words; what a missing table had is not named. */
  List<String> differencesFrom(Facts expected) {
    Set<String> lost = relationsOnlyIn(expected, this);
    Set<String> strange = relationsOnlyIn(this, expected);
    List<String> words = new ArrayList<>();
    for (Fact wanted : expected.byWhat.values()) {
      Fact found = byWhat.get(wanted.what());
      if (found == null && (wanted.isRelation() || !lost.contains(wanted.of()))) {
        words.add(wanted.what() + " is missing, expected: " + wanted.definition());
      } else if (found != null && !found.definition().equals(wanted.definition())) {
        words.add(
            "%s is: %s, expected: %s"
                .formatted(wanted.what(), found.definition(), wanted.definition()));
      }
    }
    for (Fact found : byWhat.values()) {
      if (!expected.byWhat.containsKey(found.what())
          && (found.isRelation() || !strange.contains(found.of()))) {
        words.add(found.what() + " is not expected: " + found.definition());
      }
    }
    return words;
  }

  private static Set<String> relationsOnlyIn(Facts one, Facts other) {
    return one.byWhat.values().stream()
        .filter(Fact::isRelation)
        .filter(fact -> !other.byWhat.containsKey(fact.what()))
        .map(Fact::of)
        .collect(Collectors.toSet());
  }
}
