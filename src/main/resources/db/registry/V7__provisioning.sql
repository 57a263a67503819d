-- The way of each tenant to active, step by step, so that any replica goes on where another one was
-- stopped; and purges, whose report outlives the tenant.

CREATE TABLE provisioning_runs (
  tenant_id       uuid PRIMARY KEY REFERENCES tenants ON DELETE CASCADE,
  attempts        int NOT NULL DEFAULT 0,
  -- A replica works on it, and prolongs this for as long as it does.
  claimed_until   timestamptz,
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  last_error      text,
  started_at      timestamptz NOT NULL DEFAULT now(),
  finished_at     timestamptz
);
CREATE INDEX provisioning_runs_open ON provisioning_runs (next_attempt_at)
  WHERE finished_at IS NULL;

CREATE TABLE provisioning_steps (
  tenant_id   uuid NOT NULL REFERENCES provisioning_runs ON DELETE CASCADE,
  name        text NOT NULL,
  position    int NOT NULL,
  attempts    int NOT NULL DEFAULT 0,
  started_at  timestamptz,
  finished_at timestamptz,
  last_error  text,
  PRIMARY KEY (tenant_id, name)
);

INSERT INTO provisioning_runs (tenant_id, started_at, finished_at)
  SELECT id, created_at, CASE WHEN 'pending' NOT IN (status, coalesce(status_before_deletion, ''))
    THEN created_at END FROM tenants;

-- Whoever enters a tenant has a moment to make it, too, before others do.
CREATE FUNCTION enter_provisioning() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
BEGIN
  INSERT INTO registry.provisioning_runs (tenant_id, next_attempt_at, finished_at)
    VALUES (NEW.id, now() + interval '5 seconds', CASE WHEN NEW.status <> 'pending' THEN now() END);
  RETURN NULL;
END $$;

CREATE TRIGGER enter_provisioning AFTER INSERT ON tenants
  FOR EACH ROW EXECUTE FUNCTION enter_provisioning();

CREATE TABLE purges (
  tenant_id       uuid PRIMARY KEY,
  id              uuid NOT NULL UNIQUE DEFAULT registry.uuid_v7(),
  name            text NOT NULL,
  subdomain       text NOT NULL,
  isolation       text NOT NULL,
  -- Somebody asked for it, or the time was over for which a deleted tenant is kept.
  reason          text NOT NULL CHECK (reason IN ('request', 'retention')),
  requested_at    timestamptz NOT NULL DEFAULT now(),
  requested_by    text NOT NULL,
  attempts        int NOT NULL DEFAULT 0,
  claimed_until   timestamptz,
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  last_error      text,
  -- What there was before anything was removed.
  removed         jsonb,
  finished_at     timestamptz
);
CREATE INDEX purges_open ON purges (next_attempt_at) WHERE finished_at IS NULL;
CREATE INDEX tenants_deleted_at ON tenants (deleted_at) WHERE status = 'deleted';
