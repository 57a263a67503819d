-- Databases that know nothing of tenants, on their way to being one's data.

-- A database that was there before the tenant keeps its name and its tables.
ALTER TABLE tenants ADD COLUMN adopted_database text UNIQUE, ADD COLUMN adopted_schema text,
  ADD CHECK ((adopted_database IS NULL) = (adopted_schema IS NULL)),
  ADD CHECK (adopted_database IS NULL OR isolation = 'database_per_tenant');

-- Shared tables outlive the tenant that they came with.
CREATE TABLE adoptions (
  tenant_id     uuid PRIMARY KEY,
  target_schema text NOT NULL,
  source_schema text NOT NULL,
  source_tables text[] NOT NULL,
  -- All that changes its schema: tables, their sequences, views.
  relations     text[] NOT NULL,
  started_at    timestamptz NOT NULL DEFAULT now(),
  finished_at   timestamptz
);

-- What was planned when it began, so that it is gone on with, or undone, as it was planned.
CREATE TABLE adoption_steps (
  tenant_id   uuid NOT NULL REFERENCES adoptions ON DELETE CASCADE,
  position    int NOT NULL,
  name        text NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('transaction', 'alone', 'batches', 'switch')),
  rows        bigint NOT NULL,
  sql         text[] NOT NULL,
  undo        text[] NOT NULL,
  attempts    int NOT NULL DEFAULT 0,
  started_at  timestamptz,
  finished_at timestamptz,
  last_error  text,
  PRIMARY KEY (tenant_id, position)
);
