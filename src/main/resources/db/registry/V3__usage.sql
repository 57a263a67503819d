-- What tenants use and what they cost; no tenant data. It goes with the tenant.

-- One row for each tenant and UTC day on which anything happened.
CREATE TABLE usage_days (
  tenant_id       uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  day             date NOT NULL,
  requests        bigint NOT NULL DEFAULT 0,
  errors          bigint NOT NULL DEFAULT 0,
  refused         bigint NOT NULL DEFAULT 0,
  database_micros bigint NOT NULL DEFAULT 0,
  row_count       bigint NOT NULL DEFAULT 0,
  bytes_in        bigint NOT NULL DEFAULT 0,
  bytes_out       bigint NOT NULL DEFAULT 0,
  -- The last measurement of the day, if there was one.
  storage_bytes   bigint,
  PRIMARY KEY (tenant_id, day)
);
CREATE INDEX usage_days_day ON usage_days (day);

-- What tenants store, and since when that may have changed.
CREATE TABLE storage (
  tenant_id   uuid PRIMARY KEY REFERENCES tenants ON DELETE CASCADE,
  bytes       bigint,
  measured_at timestamptz,
  written_at  timestamptz
);

-- Work that one replica at a time does, and until when it is taken.
CREATE TABLE turns (
  name        text PRIMARY KEY,
  taken_until timestamptz NOT NULL
);
