-- The control plane: which tenants there are. No tenant data.

CREATE TABLE tenants (
  id                 uuid PRIMARY KEY,
  name               text NOT NULL,
  subdomain          text NOT NULL UNIQUE,
  status             text NOT NULL CHECK (status IN ('pending', 'active', 'suspended', 'deleted')),
  plan               text NOT NULL CHECK (plan IN ('basic', 'pro', 'enterprise')),
  isolation          text NOT NULL
    CHECK (isolation IN ('shared_database', 'schema_per_tenant', 'database_per_tenant')),
  settings           jsonb NOT NULL DEFAULT '{}',
  created_at         timestamptz NOT NULL DEFAULT now(),
  updated_at         timestamptz NOT NULL DEFAULT now(),
  deleted_at         timestamptz,
  -- What a restored tenant is again.
  status_before_deletion text
    CHECK (status_before_deletion IN ('pending', 'active', 'suspended')),
  version            bigint NOT NULL DEFAULT 1,
  provisioning_error text
);

CREATE UNIQUE INDEX tenants_custom_domain ON tenants ((settings ->> 'customDomain'))
  WHERE status <> 'deleted';
CREATE INDEX tenants_status ON tenants (status, id);

-- A subdomain belongs for ever to the first tenant that had it, purged or not.
CREATE TABLE subdomains (
  subdomain   text PRIMARY KEY,
  tenant_id   uuid NOT NULL,
  reserved_at timestamptz NOT NULL DEFAULT now()
);

-- Answers to POST /tenants, so that a repeat makes nothing twice. Kept 24 hours.
CREATE TABLE idempotency_keys (
  caller       text NOT NULL,
  key          text NOT NULL,
  request_hash text NOT NULL,
  tenant_id    uuid NOT NULL,
  response     text,
  created_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (caller, key)
);
CREATE INDEX idempotency_keys_created_at ON idempotency_keys (created_at);

CREATE FUNCTION tenant_changed() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  NEW.version := OLD.version + 1;
  NEW.updated_at := now();
  RETURN NEW;
END $$;

CREATE TRIGGER tenant_changed BEFORE UPDATE ON tenants
  FOR EACH ROW EXECUTE FUNCTION tenant_changed();

-- Every replica listens: it names the cache keys under which the tenant was, or is, known.
CREATE FUNCTION announce_tenant() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM pg_notify('aegisx_tenants', concat_ws(' ', 'n:' || OLD.id, 'n:' || OLD.subdomain,
      'd:' || (OLD.settings ->> 'customDomain')));
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM pg_notify('aegisx_tenants', concat_ws(' ', 'n:' || NEW.id, 'n:' || NEW.subdomain,
      'd:' || (NEW.settings ->> 'customDomain')));
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER announce_tenant AFTER INSERT OR UPDATE OR DELETE ON tenants
  FOR EACH ROW EXECUTE FUNCTION announce_tenant();
