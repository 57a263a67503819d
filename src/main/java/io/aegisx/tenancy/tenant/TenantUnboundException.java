package io.aegisx.tenancy.tenant;

/** Work on tenant data was tried where no tenant, or more than one, is bound. Always a defect. */
public final class TenantUnboundException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public TenantUnboundException(String message) {
    super(message);
  }
}
