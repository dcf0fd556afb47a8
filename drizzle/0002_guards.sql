ALTER TABLE opening_rules ADD CONSTRAINT opening_rules_no_overlap EXCLUDE USING gist (
  location_id WITH =,
  purpose WITH =,
  weekday WITH =,
  int4range(extract(epoch FROM starts)::int, extract(epoch FROM ends)::int) WITH &&,
  daterange(valid_from, valid_to, '[]') WITH &&
);
--> statement-breakpoint
ALTER TABLE auth_sessions ADD CONSTRAINT auth_sessions_customer_id_fk
  FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE;
--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Only the erase function may touch history, and says so for its own transaction.
  IF current_setting('barrow.erasing', true) = 'on' THEN
    RETURN coalesce(NEW, OLD);
  END IF;
  RAISE EXCEPTION 'rows of % are append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE ON audit_log
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER order_events_append_only BEFORE UPDATE OR DELETE ON order_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER stock_movements_append_only BEFORE UPDATE OR DELETE ON stock_movements
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION keep_an_admin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Two admins dismissing each other at once must queue: the lock makes the second see the first's change.
  PERFORM pg_advisory_xact_lock(hashtext('users_keep_an_admin'));
  IF NOT EXISTS (SELECT 1 FROM users WHERE role = 'admin' AND is_active) THEN
    RAISE EXCEPTION 'at least one active admin must remain'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'users_keep_an_admin';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER users_keep_an_admin AFTER DELETE OR UPDATE OF role, is_active ON users
  FOR EACH ROW WHEN (OLD.role = 'admin' AND OLD.is_active) EXECUTE FUNCTION keep_an_admin();
--> statement-breakpoint
CREATE FUNCTION count_order(o orders, sign int) RETURNS void LANGUAGE sql AS $$
  INSERT INTO daily_figures AS f (day, pending, confirmed, processing, ready, completed, cancelled, pending_payments, sold_minor)
  VALUES (
    o.placed_on,
    sign * (o.status = 'pending')::int,
    sign * (o.status = 'confirmed')::int,
    sign * (o.status = 'processing')::int,
    sign * (o.status = 'ready')::int,
    sign * (o.status = 'completed')::int,
    sign * (o.status = 'cancelled')::int,
    sign * (o.status <> 'cancelled' AND o.payment_status IN ('unpaid', 'submitted', 'partially_paid'))::int,
    CASE WHEN o.status = 'cancelled' THEN 0 ELSE sign * o.total_minor END
  )
  ON CONFLICT (day) DO UPDATE SET
    pending = f.pending + excluded.pending,
    confirmed = f.confirmed + excluded.confirmed,
    processing = f.processing + excluded.processing,
    ready = f.ready + excluded.ready,
    completed = f.completed + excluded.completed,
    cancelled = f.cancelled + excluded.cancelled,
    pending_payments = f.pending_payments + excluded.pending_payments,
    sold_minor = f.sold_minor + excluded.sold_minor
$$;
--> statement-breakpoint
CREATE FUNCTION keep_order_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    PERFORM count_order(OLD, -1);
  END IF;
  PERFORM count_order(NEW, 1);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER orders_figures AFTER INSERT OR UPDATE OF status, payment_status, total_minor, placed_on ON orders
  FOR EACH ROW EXECUTE FUNCTION keep_order_figures();
--> statement-breakpoint
CREATE FUNCTION keep_revenue_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status = 'confirmed' AND (TG_OP = 'INSERT' OR OLD.status <> 'confirmed') THEN
    INSERT INTO daily_figures AS f (day, revenue_minor)
    VALUES (NEW.booked_on, CASE NEW.kind WHEN 'charge' THEN NEW.amount_minor ELSE -NEW.amount_minor END)
    ON CONFLICT (day) DO UPDATE SET revenue_minor = f.revenue_minor + excluded.revenue_minor;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER payments_figures AFTER INSERT OR UPDATE OF status ON payments
  FOR EACH ROW EXECUTE FUNCTION keep_revenue_figures();
