-- Whoever saved on an older version is told what became different since (REQ_002): the names of the fields, per version.
CREATE FUNCTION keep_order_changes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_fields text[] := array_remove(ARRAY[
    -- Items that change are written anew, before their order is.
    CASE WHEN EXISTS (SELECT 1 FROM order_items WHERE order_id = NEW.id AND xmin = pg_current_xact_id()::xid)
      THEN 'items' END,
    CASE WHEN NEW.status <> OLD.status THEN 'status' END,
    CASE WHEN (NEW.payment_status, NEW.paid_minor) <> (OLD.payment_status, OLD.paid_minor) THEN 'payment' END,
    CASE WHEN (NEW.slot_id, NEW.slot_starts_at) IS DISTINCT FROM (OLD.slot_id, OLD.slot_starts_at) THEN 'slot' END,
    CASE WHEN NEW.location_id IS DISTINCT FROM OLD.location_id THEN 'location' END,
    CASE WHEN NEW.delivery_type <> OLD.delivery_type THEN 'delivery_type' END,
    CASE WHEN NEW.delivery_address IS DISTINCT FROM OLD.delivery_address THEN 'delivery_address' END,
    CASE WHEN NEW.preferred_time IS DISTINCT FROM OLD.preferred_time THEN 'preferred_time' END,
    CASE WHEN NEW.special_instructions IS DISTINCT FROM OLD.special_instructions THEN 'special_instructions' END,
    CASE WHEN NEW.gift IS DISTINCT FROM OLD.gift THEN 'gift' END,
    CASE WHEN NEW.total_minor <> OLD.total_minor THEN 'total' END
  ], NULL);
BEGIN
  IF cardinality(v_fields) > 0 THEN
    NEW.changes := OLD.changes || jsonb_build_object(
      -- A change that settles payments afterwards raises the version only then.
      'version', greatest(NEW.version, OLD.version + 1), 'at', clock_timestamp(), 'fields', v_fields);
    IF jsonb_array_length(NEW.changes) > 20 THEN
      NEW.changes := NEW.changes - 0;
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER orders_changes BEFORE UPDATE ON orders
  FOR EACH ROW EXECUTE FUNCTION keep_order_changes();
