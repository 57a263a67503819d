package io.aegisx.tenancy.testing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Sends requests at the same time. */
public final class AtOnce {

  private AtOnce() {}

  /** The answers to so many requests, in the order of their numbers. */
  public static List<Api.Answer> send(
      int requests, Function<Integer, CompletableFuture<Api.Answer>> request) {
    List<CompletableFuture<Api.Answer>> sent =
        IntStream.range(0, requests).boxed().map(request).toList();
    return sent.stream().map(CompletableFuture::join).toList();
  }

  /** How often each status and code was answered, such as {@code 409 CONFLICT}. */
  public static Map<String, Integer> outcomes(List<Api.Answer> answers) {
    Map<String, Integer> outcomes = new TreeMap<>();
    answers.forEach(
        answer -> outcomes.merge((answer.status() + " " + answer.code()).strip(), 1, Integer::sum));
    return outcomes;
  }
}
