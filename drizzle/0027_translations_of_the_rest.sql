-- Zones and closures take their translations along as products do (see translation_orphans).
CREATE CONSTRAINT TRIGGER translations_forgotten AFTER DELETE ON delivery_zones
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION forget_translations('zone');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER translations_forgotten AFTER DELETE ON closures
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION forget_translations('closure');
--> statement-breakpoint
-- Ways to pay and prepared replies are entries of a list in a setting: what is no longer in it is gone.
CREATE FUNCTION forget_entry_translations() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_entries jsonb := NEW.value -> TG_ARGV[1];
BEGIN
  IF jsonb_typeof(v_entries) IS DISTINCT FROM 'array' THEN
    v_entries := '[]';
  END IF;
  -- Entries that were stored without an id are known by their place alone: nobody can say here which are gone.
  IF NOT EXISTS (SELECT 1 FROM jsonb_array_elements(v_entries) e WHERE e ->> 'id' IS NULL) THEN
    DELETE FROM translations t WHERE t.content_type = TG_ARGV[0]
      AND NOT EXISTS (SELECT 1 FROM jsonb_array_elements(v_entries) e WHERE (e ->> 'id')::uuid = t.object_id);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER payment_options_forgotten AFTER INSERT OR UPDATE OF value ON settings
  FOR EACH ROW WHEN (NEW.key = 'payments') EXECUTE FUNCTION forget_entry_translations('payment_option', 'options');
--> statement-breakpoint
CREATE TRIGGER replies_forgotten AFTER INSERT OR UPDATE OF value ON settings
  FOR EACH ROW WHEN (NEW.key = 'chat') EXECUTE FUNCTION forget_entry_translations('reply', 'replies');
