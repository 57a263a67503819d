-- The audit trail of the control plane: who did what to which tenant, and who was turned away. What
-- is recorded commits, or not, together with what it tells of. Entries of a tenant form a chain:
-- each holds the hash of the one before it, so that nothing can be changed or taken out unseen.

CREATE FUNCTION uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE SET search_path = pg_catalog AS $$
  SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
    FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid
$$;

-- By month, so that what is too old goes in one piece.
CREATE TABLE audit (
  tenant_id      uuid NOT NULL,
  seq            bigint NOT NULL,
  id             uuid NOT NULL DEFAULT registry.uuid_v7(),
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
  PRIMARY KEY (tenant_id, seq, at)
) PARTITION BY RANGE (at);
CREATE INDEX audit_tenant ON audit (tenant_id, id DESC);
CREATE INDEX audit_id ON audit (id DESC);
CREATE TABLE audit_default PARTITION OF audit DEFAULT;

-- Where each chain ends, and where it begins since its oldest entries went.
CREATE TABLE audit_head (
  tenant_id      uuid PRIMARY KEY,
  seq            bigint NOT NULL,
  hash           bytea NOT NULL,
  first_seq      bigint NOT NULL DEFAULT 1,
  first_previous bytea NOT NULL DEFAULT ''
);

CREATE FUNCTION chain_audit() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  -- Holds the end of the chain until the transaction ends: entries come one after the other.
  INSERT INTO registry.audit_head AS h (tenant_id, seq, hash) VALUES (NEW.tenant_id, 1, '')
    ON CONFLICT (tenant_id) DO UPDATE SET seq = h.seq + 1
    RETURNING h.seq, h.hash INTO NEW.seq, NEW.previous;
  NEW.hash := sha256(NEW.previous || convert_to(jsonb_build_array(NEW.tenant_id, NEW.seq, NEW.id,
    (extract(epoch FROM NEW.at) * 1000000)::bigint, NEW.actor, NEW.action, NEW.target, NEW.outcome,
    NEW.request_id, NEW.source_address, NEW.before, NEW.after)::text, 'UTF8'));
  UPDATE registry.audit_head SET hash = NEW.hash WHERE tenant_id = NEW.tenant_id;
  RETURN NEW;
END $$;

CREATE TRIGGER chain_audit BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION chain_audit();

-- Whoever changes a tenant, by whatever way, leaves a trace. The service says who it works for.
CREATE FUNCTION record_event(tenant uuid, action text, target text, before jsonb, after jsonb)
RETURNS void LANGUAGE sql SET search_path = pg_catalog AS $$
  INSERT INTO registry.audit
    (tenant_id, actor, action, target, outcome, request_id, source_address, before, after)
  SELECT tenant, coalesce(nullif(current_setting('app.actor', true), ''), 'database:' || session_user),
    action, target, 'success', nullif(current_setting('app.request_id', true), ''),
    nullif(current_setting('app.source_address', true), ''), before, after
   -- The tenants that isolation is proved with are nobody's business.
   WHERE tenant > '00000000-0000-8000-8000-00000000ffff'
$$;

CREATE FUNCTION audited(t registry.tenants) RETURNS jsonb LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog AS $$
  SELECT jsonb_build_object('name', t.name, 'subdomain', t.subdomain, 'status', t.status,
    'plan', t.plan, 'isolation', t.isolation, 'settings', t.settings)
$$;

CREATE FUNCTION audit_tenant() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  was jsonb := CASE WHEN TG_OP <> 'INSERT' THEN registry.audited(OLD) END;
  is_now jsonb := CASE WHEN TG_OP <> 'DELETE' THEN registry.audited(NEW) END;
  action text;
BEGIN
  action := CASE
    WHEN TG_OP = 'INSERT' THEN 'tenant.created'
    WHEN TG_OP = 'DELETE' THEN 'tenant.purged'
    WHEN OLD.status = NEW.status THEN 'tenant.changed'
    WHEN OLD.status = 'deleted' THEN 'tenant.restored'
    WHEN NEW.status = 'active' THEN 'tenant.activated'
    WHEN NEW.status = 'suspended' THEN 'tenant.suspended'
    ELSE 'tenant.' || NEW.status END;
  IF was IS DISTINCT FROM is_now THEN
    PERFORM registry.record_event(coalesce(NEW.id, OLD.id), action,
      'tenant/' || coalesce(NEW.subdomain, OLD.subdomain), was, is_now);
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.provisioning_error IS NOT NULL
     AND NEW.provisioning_error IS DISTINCT FROM OLD.provisioning_error THEN
    PERFORM registry.record_event(NEW.id, 'tenant.provisioning-failed',
      'tenant/' || NEW.subdomain, NULL, NULL);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER audit_tenant AFTER INSERT OR UPDATE OR DELETE ON tenants
  FOR EACH ROW EXECUTE FUNCTION audit_tenant();
