-- Which version each tenant's tables have, so that "is there anything to migrate" is one query
-- whatever the number of tenants. Tenants that share tables are not here: those are migrated first.

CREATE TABLE storage_versions (
  tenant_id   uuid PRIMARY KEY REFERENCES tenants ON DELETE CASCADE,
  version     int NOT NULL,
  migrated_at timestamptz NOT NULL DEFAULT now(),
  -- Why the last attempt to migrate it failed, if it did.
  last_error  text
);
CREATE INDEX storage_versions_version ON storage_versions (version);

-- Every replica serves a tenant as soon as its tables are there.
CREATE FUNCTION announce_storage() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  name text;
BEGIN
  SELECT subdomain INTO name FROM registry.tenants WHERE id = NEW.tenant_id;
  PERFORM pg_notify('aegisx_tenants', concat_ws(' ', 'n:' || NEW.tenant_id, 'n:' || name));
  RETURN NULL;
END $$;

CREATE TRIGGER announce_storage AFTER INSERT OR UPDATE ON storage_versions
  FOR EACH ROW EXECUTE FUNCTION announce_storage();
