-- Key events are part of the audit trail. Keys that a purge takes away go with their tenant.

CREATE FUNCTION audit_key() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP = 'INSERT' OR OLD.state <> NEW.state THEN
    PERFORM registry.record_event(NEW.tenant_id,
      'key.' || CASE WHEN TG_OP = 'INSERT' THEN 'created' WHEN NEW.state = 'old' THEN 'replaced'
        ELSE NEW.state END,
      'keys/' || NEW.purpose || '/' || NEW.version, NULL,
      jsonb_build_object('state', NEW.state, 'provider', NEW.provider));
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER audit_key AFTER INSERT OR UPDATE ON data_keys
  FOR EACH ROW EXECUTE FUNCTION audit_key();
