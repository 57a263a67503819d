-- The audit trail of what is done inside the tenant, chained as that of the control plane is, and
-- what its configuration needs beyond a value.

CREATE TABLE audit_head (
  tenant_id      uuid PRIMARY KEY DEFAULT current_setting('app.tenant_id')::uuid
    REFERENCES residence,
  seq            bigint NOT NULL,
  hash           bytea NOT NULL,
  first_seq      bigint NOT NULL DEFAULT 1,
  first_previous bytea NOT NULL DEFAULT ''
);

CREATE TABLE audit (
  tenant_id      uuid NOT NULL DEFAULT current_setting('app.tenant_id')::uuid REFERENCES residence,
  seq            bigint NOT NULL,
  id             uuid NOT NULL DEFAULT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
    FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid,
  at             timestamptz NOT NULL DEFAULT clock_timestamp(),
  actor          text NOT NULL,
  action         text NOT NULL,
  target         text NOT NULL,
  outcome        text NOT NULL CHECK (outcome IN ('success', 'denied', 'failure')),
  request_id     text,
  source_address text,
  before         jsonb,
  after          jsonb,
  previous       bytea NOT NULL,
  hash           bytea NOT NULL,
  PRIMARY KEY (tenant_id, seq)
);
CREATE INDEX audit_id ON audit (tenant_id, id DESC);

CREATE FUNCTION chain_audit() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  -- Holds the end of the chain until the transaction ends: entries come one after the other.
  EXECUTE format('INSERT INTO %I.audit_head AS h (tenant_id, seq, hash) VALUES ($1, 1, '''')'
    ' ON CONFLICT (tenant_id) DO UPDATE SET seq = h.seq + 1 RETURNING h.seq, h.hash',
    TG_TABLE_SCHEMA) INTO NEW.seq, NEW.previous USING NEW.tenant_id;
  NEW.hash := sha256(NEW.previous || convert_to(jsonb_build_array(NEW.tenant_id, NEW.seq, NEW.id,
    (extract(epoch FROM NEW.at) * 1000000)::bigint, NEW.actor, NEW.action, NEW.target, NEW.outcome,
    NEW.request_id, NEW.source_address, NEW.before, NEW.after)::text, 'UTF8'));
  EXECUTE format('UPDATE %I.audit_head SET hash = $1 WHERE tenant_id = $2', TG_TABLE_SCHEMA)
    USING NEW.hash, NEW.tenant_id;
  RETURN NEW;
END $$;

CREATE TRIGGER chain_audit BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION chain_audit();

-- A secret's value is a JSON text that holds its ciphertext.
ALTER TABLE configuration ADD COLUMN secret boolean NOT NULL DEFAULT false;
ALTER TABLE configuration ADD COLUMN version bigint NOT NULL DEFAULT 0;
-- Unset again: the row stays, so that its versions never repeat.
ALTER TABLE configuration ALTER COLUMN value DROP NOT NULL;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['audit_head', 'audit']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I'
      ' USING (tenant_id = current_setting(''app.tenant_id'')::uuid)'
      ' WITH CHECK (tenant_id = current_setting(''app.tenant_id'')::uuid)', name);
  END LOOP;
END $$;
