-- The data keys of tenants, wrapped by a key that the database never sees.

CREATE TABLE data_keys (
  tenant_id  uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  -- data: encrypts values; index: makes blind indexes, and never rotates
  purpose    text NOT NULL CHECK (purpose IN ('data', 'index')),
  version    int NOT NULL CHECK (version > 0),
  -- active: encrypts; old: decrypts what is not re-encrypted yet; destroyed: does nothing any more
  state      text NOT NULL CHECK (state IN ('active', 'old', 'destroyed')),
  provider   text NOT NULL,
  wrapped    bytea,
  created_at timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, purpose, version),
  CHECK ((state = 'destroyed') = (wrapped IS NULL))
);
CREATE UNIQUE INDEX data_keys_active ON data_keys (tenant_id, purpose) WHERE state = 'active';

-- Rotations that are not complete: values of old versions are still to be re-encrypted.
CREATE TABLE key_rotations (
  tenant_id     uuid PRIMARY KEY REFERENCES tenants ON DELETE CASCADE,
  version       int NOT NULL,
  done          bigint NOT NULL DEFAULT 0,
  total         bigint,
  started_at    timestamptz NOT NULL DEFAULT now(),
  -- A replica is at it until then, unless it says so again.
  claimed_until timestamptz,
  last_error    text
);

-- Every replica forgets keys that changed.
CREATE FUNCTION announce_keys() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  PERFORM pg_notify('aegisx_tenants', 'n:' || coalesce(NEW.tenant_id, OLD.tenant_id));
  RETURN NULL;
END $$;

CREATE TRIGGER announce_keys AFTER INSERT OR UPDATE OR DELETE ON data_keys
  FOR EACH ROW EXECUTE FUNCTION announce_keys();
