package io.aegisx.tenancy.problem;

import java.util.Arrays;

/** Every error that a client can meet. The names and statuses are part of the contract. */
public enum ErrorCode {
  UNAUTHENTICATED(401, "Authentication required"),
  TENANT_REQUIRED(400, "No tenant named"),
  TENANT_INVALID(400, "Malformed tenant"),
  TENANT_CONFLICT(400, "More than one tenant named"),
  TENANT_NOT_FOUND(404, "No such tenant"),
  TENANT_SUSPENDED(403, "Tenant suspended"),
  TENANT_NOT_READY(503, "Tenant not ready"),
  TENANT_ACCESS_DENIED(403, "Not your tenant"),
  FORBIDDEN(403, "Role not sufficient"),
  FIELD_FORBIDDEN(403, "Field not yours to change"),
  NOT_FOUND(404, "Not found"),
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  NOT_ACCEPTABLE(406, "Not acceptable"),
  PAYLOAD_TOO_LARGE(413, "Payload too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
  CONFLICT(409, "Conflict"),
  OUT_OF_STOCK(409, "Out of stock"),
  PRECONDITION_FAILED(412, "Precondition failed"),
  VALIDATION_FAILED(400, "Request not valid"),
  IDEMPOTENCY_KEY_REUSED(422, "Idempotency key reused"),
  QUOTA_EXCEEDED(403, "Quota exceeded"),
  RATE_LIMITED(429, "Too many requests"),
  IDP_UNAVAILABLE(503, "Identity provider unavailable"),
  STORAGE_UNAVAILABLE(503, "Storage unavailable"),
  INTERNAL(500, "Internal error");

  private final int status;
  private final String title;

  ErrorCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** A short summary for people, the same for every occurrence. */
  public String title() {
    return title;
  }

  /** The code for a status that a framework decided on by itself. */
  public static ErrorCode ofStatus(int status) {
    return switch (status) {
      case 401 -> UNAUTHENTICATED;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 409 -> CONFLICT;
      case 503 -> STORAGE_UNAVAILABLE;
      default ->
          Arrays.stream(values())
              .filter(code -> code.status == status && status != 400)
              .findFirst()
              .orElse(status >= 400 && status < 500 ? VALIDATION_FAILED : INTERNAL);
    };
  }
}
