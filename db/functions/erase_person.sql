-- Takes a customer out of everything that is stored, and leaves the books: orders, items, amounts, days and places stay,
-- without the person. Entries that were merged into this one go with it; an entry that was merged is its newest self.
-- In: {customer_id, name, phone (what orders carry instead), now, actor, request_id, idle_before (null = whenever)}; out:
-- {erased, orders}: how many orders lost their person. `erased` false: it was done before, or they are not idle.
-- Refuses with DB_002 (nobody by that id), CONF_002 (reason "open_orders", order_numbers: not handed over yet, or with a
-- payment that nobody has checked). Without a refusal for `idle_before`: open orders are not idle.
CREATE OR REPLACE FUNCTION erase_person(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_now timestamptz := (p->>'now')::timestamptz;
  v_idle timestamptz := (p->>'idle_before')::timestamptz;
  v_id uuid := (p->>'customer_id')::uuid;
  v_ids uuid[];
  v_users uuid[];
  v_orders uuid[];
  v_bookings uuid[];
  v_open jsonb;
  v_phones text[];
  v_emails text[];
  v_words text[];
  v_files jsonb;
  v_proofs uuid[];
BEGIN
  WITH RECURSIVE up AS (
    SELECT id, merged_into FROM customers WHERE id = v_id
    UNION SELECT c.id, c.merged_into FROM customers c JOIN up ON c.id = up.merged_into)
  SELECT id INTO v_id FROM up WHERE merged_into IS NULL;
  IF v_id IS NULL THEN
    PERFORM refuse('DB_002');
  END IF;
  -- Who places an order looks at this row under a lock of its own, and finds nobody once this is done. The first row
  -- locked is the one that a merge into it must lock as well, so nobody joins while we look.
  PERFORM 1 FROM customers WHERE id = v_id FOR UPDATE;
  WITH RECURSIVE down AS (
    SELECT id FROM customers WHERE id = v_id
    UNION SELECT c.id FROM customers c JOIN down ON c.merged_into = down.id)
  SELECT array_agg(id) INTO v_ids FROM down;
  PERFORM 1 FROM customers WHERE id = ANY (v_ids) ORDER BY id FOR UPDATE;
  IF EXISTS (SELECT 1 FROM customers WHERE id = v_id AND (merged_into IS NOT NULL OR anonymised_at IS NOT NULL)) THEN
    RETURN '{"erased": false, "orders": 0}';
  END IF;
  SELECT array_agg(id) INTO v_orders FROM (
    SELECT id FROM orders WHERE customer_id = ANY (v_ids) ORDER BY id FOR UPDATE) o;
  v_orders := coalesce(v_orders, '{}');
  SELECT array_agg(id) INTO v_bookings FROM (
    SELECT id FROM bookings WHERE customer_id = ANY (v_ids) ORDER BY id FOR UPDATE) b;
  v_bookings := coalesce(v_bookings, '{}');

  SELECT jsonb_agg(x.number ORDER BY x.at) INTO v_open FROM (
    SELECT o.order_number AS number, o.placed_at AS at FROM orders o
    WHERE o.id = ANY (v_orders) AND (o.status NOT IN ('completed', 'cancelled')
      OR EXISTS (SELECT 1 FROM payments y WHERE y.order_id = o.id AND y.status = 'submitted'))
    UNION ALL SELECT b.booking_number, b.created_at FROM bookings b
    WHERE b.id = ANY (v_bookings) AND (b.status IN ('requested', 'quoted', 'accepted', 'confirmed')
      OR EXISTS (SELECT 1 FROM payments y WHERE y.booking_id = b.id AND y.status = 'submitted'))) x;
  IF v_idle IS NULL AND v_open IS NOT NULL THEN
    PERFORM refuse('CONF_002', jsonb_build_object('reason', 'open_orders', 'order_numbers', v_open));
  END IF;
  IF v_idle IS NOT NULL AND (v_open IS NOT NULL
    OR EXISTS (SELECT 1 FROM customers WHERE id = ANY (v_ids)
      AND (user_id IS NOT NULL OR greatest(created_at, updated_at) >= v_idle))
    OR EXISTS (SELECT 1 FROM orders WHERE id = ANY (v_orders)
      AND greatest(placed_at, slot_ends_at, completed_at, cancelled_at) >= v_idle)
    OR EXISTS (SELECT 1 FROM bookings WHERE id = ANY (v_bookings)
      AND greatest(updated_at, event_date::timestamptz) >= v_idle)) THEN
    RETURN '{"erased": false, "orders": 0}';
  END IF;

  SELECT coalesce(array_agg(user_id), '{}') INTO v_users FROM customers WHERE id = ANY (v_ids) AND user_id IS NOT NULL;
  -- A phone or an address that somebody else is on file with says nothing about whose message it was.
  SELECT coalesce(array_agg(DISTINCT phone), '{}') INTO v_phones FROM (
    SELECT phone FROM customers WHERE id = ANY (v_ids)
    UNION SELECT customer_phone FROM orders WHERE id = ANY (v_orders)
    UNION SELECT client_phone FROM bookings WHERE id = ANY (v_bookings)) x
  WHERE phone IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM customers c WHERE c.phone = x.phone AND NOT c.id = ANY (v_ids));
  SELECT coalesce(array_agg(DISTINCT lower(email)), '{}') INTO v_emails FROM (
    SELECT email::text FROM customers WHERE id = ANY (v_ids)
    UNION SELECT email::text FROM users WHERE id = ANY (v_users)
    UNION SELECT visitor_email FROM chat_sessions WHERE customer_id = ANY (v_ids) OR user_id = ANY (v_users)
    UNION SELECT customer_email FROM orders WHERE id = ANY (v_orders)
    UNION SELECT client_email FROM bookings WHERE id = ANY (v_bookings)) x
  WHERE email IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM customers c WHERE c.email = x.email::citext AND NOT c.id = ANY (v_ids))
    AND NOT EXISTS (SELECT 1 FROM users u WHERE u.email = x.email::citext AND NOT u.id = ANY (v_users));
  SELECT coalesce(array_agg(DISTINCT lower(word)), '{}') INTO v_words FROM (
    SELECT name AS word FROM customers WHERE id = ANY (v_ids)
    UNION SELECT name FROM users WHERE id = ANY (v_users)
    UNION SELECT customer_name FROM orders WHERE id = ANY (v_orders)
    UNION SELECT client_name FROM bookings WHERE id = ANY (v_bookings)
    UNION SELECT delivery_address->>'street' FROM orders WHERE id = ANY (v_orders)
    UNION SELECT street FROM addresses WHERE customer_id = ANY (v_ids)
    UNION SELECT unnest(v_phones || v_emails)) x
  WHERE length(btrim(word)) > 2;

  -- History is append-only for everybody else; see `refuse_change`.
  PERFORM set_config('barrow.erasing', 'on', true);

  UPDATE audit_log a SET changes = '{"erased": true}'
  WHERE (a.entity, a.entity_id) IN (
      SELECT 'customer', unnest(v_ids)::text UNION ALL SELECT 'user', unnest(v_users)::text
      UNION ALL SELECT 'order', unnest(v_orders)::text UNION ALL SELECT 'booking', unnest(v_bookings)::text)
    AND EXISTS (SELECT 1 FROM unnest(v_words) w WHERE position(w IN lower(a.changes::text)) > 0);
  UPDATE order_events SET note = NULL WHERE order_id = ANY (v_orders) AND note IS NOT NULL;
  UPDATE booking_events SET note = NULL WHERE booking_id = ANY (v_bookings) AND note IS NOT NULL;
  UPDATE order_items SET note = '', updated_at = v_now WHERE order_id = ANY (v_orders) AND note <> '';
  SELECT coalesce(array_agg(proof_media_id), '{}') INTO v_proofs FROM payments
  WHERE (order_id = ANY (v_orders) OR booking_id = ANY (v_bookings)) AND proof_media_id IS NOT NULL;
  UPDATE payments SET reference = NULL, note = NULL, proof_media_id = NULL, updated_at = v_now
  WHERE (order_id = ANY (v_orders) OR booking_id = ANY (v_bookings)) AND (reference IS NOT NULL OR note IS NOT NULL OR proof_media_id IS NOT NULL);
  WITH gone AS (DELETE FROM media WHERE id = ANY (v_proofs) RETURNING driver, path)
  SELECT coalesce(jsonb_agg(jsonb_build_object('driver', driver, 'path', path)), '[]') INTO v_files FROM gone;
  UPDATE orders SET
    customer_name = p->>'name', customer_phone = p->>'phone', customer_email = NULL,
    delivery_address = CASE WHEN delivery_type = 'delivery' THEN '{"street": "–", "city": "–"}'::jsonb END,
    special_instructions = NULL, preferred_time = NULL, gift = NULL, source = '{}', cancel_reason = NULL,
    override_reason = NULL, locale = NULL,
    -- Links that were given out open nothing any more.
    link_version = link_version + 1, version = version + 1, updated_at = v_now
  WHERE id = ANY (v_orders);

  UPDATE bookings SET
    client_name = p->>'name', client_phone = p->>'phone', client_email = NULL, venue = '', message = '',
    internal_note = '', reason = NULL, source = '{}', locale = NULL,
    link_version = link_version + 1, version = version + 1, updated_at = v_now
  WHERE id = ANY (v_bookings);

  DELETE FROM notifications WHERE order_id = ANY (v_orders) OR booking_id = ANY (v_bookings)
    OR (audience = 'customer' AND lower(recipient) = ANY (v_phones || v_emails));
  DELETE FROM webhook_deliveries WHERE subject_id = ANY (v_orders || v_bookings);
  -- Rows of files that were imported, which are kept for some days as they stood there.
  DELETE FROM import_rows r USING imports i
  WHERE i.id = r.import_id AND i.kind = 'customers' AND EXISTS (
    SELECT 1 FROM unnest(v_words || v_ids::text[]) w
    WHERE position(w IN lower(array_to_string(r.cells, ' ') || ' ' || coalesce(r.match_key, ''))) > 0);
  DELETE FROM chat_sessions WHERE customer_id = ANY (v_ids) OR user_id = ANY (v_users);
  DELETE FROM testimonials WHERE customer_id = ANY (v_ids);
  DELETE FROM addresses WHERE customer_id = ANY (v_ids);
  DELETE FROM carts WHERE customer_id = ANY (v_ids);
  DELETE FROM auth_sessions WHERE user_id = ANY (v_users) OR customer_id = ANY (v_ids) OR phone = ANY (v_phones)
    OR id IN (SELECT v.id FROM phone_verifications v WHERE v.phone = ANY (v_phones));
  DELETE FROM phone_verifications WHERE phone = ANY (v_phones);
  DELETE FROM idempotency_keys k USING unnest(v_phones) phone WHERE starts_with(k.scope, 'phone:' || phone || ' ');

  UPDATE customers SET name = p->>'name', user_id = NULL, email = NULL, phone = NULL, phone_verified_at = NULL,
    notes = NULL, tags = '{}', flags = '{}', locale = NULL, marketing_opt_in_at = NULL, anonymised_at = v_now,
    archived_at = coalesce(archived_at, v_now), updated_at = v_now
  WHERE id = ANY (v_ids);
  -- Emptied rather than deleted: looking for whoever points at it would read every payment there is. Somebody who works
  -- here as well keeps the login of the desk.
  UPDATE users SET username = 'customer-' || id, email = NULL, name = p->>'name', password_hash = '*', locale = NULL,
    is_active = false, session_version = session_version + 1, last_login_at = NULL, updated_at = v_now
  WHERE id = ANY (v_users) AND role = 'customer';

  INSERT INTO audit_log (id, actor_kind, actor_id, action, entity, entity_id, changes, request_id)
  VALUES (gen_random_uuid(), p#>>'{actor,kind}', (p#>>'{actor,id}')::uuid, 'customer.erased', 'customer', v_id::text,
    jsonb_build_object('after', jsonb_build_object('orders', cardinality(v_orders))), p->>'request_id');
  -- Files, and what a job was writing at this moment, go by the work that this event asks for.
  PERFORM append_event('customer.erased', 'customer', v_id::text, jsonb_build_object('customer_id', v_id, 'files', v_files));
  PERFORM set_config('barrow.erasing', '', true);
  RETURN jsonb_build_object('erased', true, 'orders', cardinality(v_orders));
END $$;
