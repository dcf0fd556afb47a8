-- Whoever decided on an older version of a booking is told what became different since (REQ_002), as with an order: the
-- names of the fields, per version.
CREATE FUNCTION keep_booking_changes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_fields text[] := array_remove(ARRAY[
    CASE WHEN NEW.status <> OLD.status THEN 'status' END,
    CASE WHEN NEW.event_date <> OLD.event_date THEN 'date' END,
    CASE WHEN NEW.starts_at IS DISTINCT FROM OLD.starts_at THEN 'time' END,
    CASE WHEN NEW.package_id IS DISTINCT FROM OLD.package_id THEN 'package' END,
    CASE WHEN NEW.theme_name IS DISTINCT FROM OLD.theme_name THEN 'theme' END,
    CASE WHEN NEW.event_type <> OLD.event_type THEN 'event_type' END,
    CASE WHEN NEW.venue <> OLD.venue THEN 'venue' END,
    CASE WHEN NEW.guests IS DISTINCT FROM OLD.guests THEN 'guests' END,
    CASE WHEN NEW.message <> OLD.message THEN 'message' END,
    CASE WHEN NEW.quoted_minor IS DISTINCT FROM OLD.quoted_minor THEN 'quote' END,
    CASE WHEN NEW.deposit_minor IS DISTINCT FROM OLD.deposit_minor THEN 'deposit' END,
    CASE WHEN NEW.quote_expires_at IS DISTINCT FROM OLD.quote_expires_at THEN 'valid_until' END,
    -- Payments are written before the booking is: a claim of the client changes no sum yet.
    CASE WHEN NEW.paid_minor <> OLD.paid_minor
      OR EXISTS (SELECT 1 FROM payments WHERE booking_id = NEW.id AND xmin = pg_current_xact_id()::xid)
      THEN 'payment' END,
    CASE WHEN NEW.internal_note <> OLD.internal_note THEN 'internal_note' END,
    CASE WHEN (NEW.client_name, NEW.client_phone, NEW.client_email)
      IS DISTINCT FROM (OLD.client_name, OLD.client_phone, OLD.client_email) THEN 'client' END
  ], NULL);
BEGIN
  IF NEW.version > OLD.version AND cardinality(v_fields) > 0 THEN
    NEW.changes := OLD.changes || jsonb_build_object('version', NEW.version, 'at', clock_timestamp(), 'fields', v_fields);
    IF jsonb_array_length(NEW.changes) > 20 THEN
      NEW.changes := NEW.changes - 0;
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER bookings_changes BEFORE UPDATE ON bookings
  FOR EACH ROW EXECUTE FUNCTION keep_booking_changes();
