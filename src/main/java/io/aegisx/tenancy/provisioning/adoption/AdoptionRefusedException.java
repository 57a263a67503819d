package io.aegisx.tenancy.provisioning.adoption;

import java.util.List;

/** Something cannot be adopted, or undone; nothing was changed. */
public final class AdoptionRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> reasons;

  AdoptionRefusedException(List<String> reasons) {
    super(String.join("; ", reasons));
    this.reasons = List.copyOf(reasons);
  }

  /** The same with one reason. */
  public AdoptionRefusedException(String reason) {
    this(List.of(reason));
  }

  /** What stands against it, each in a sentence. */
  public List<String> reasons() {
    return reasons;
  }
}
