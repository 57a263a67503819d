package io.aegisx.tenancy.problem;

import java.util.Optional;

/** Tells the failures that a package knows, such as a database out of reach, as problems. */
public interface FailureTranslator {

  /** The problem to answer with, or nothing if this failure means nothing here. */
  Optional<ProblemException> translate(Throwable failure);
}
