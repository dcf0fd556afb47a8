-- Takes in what somebody asks for: key, customer, number, row, timeline, event. No day is taken yet.
-- In: {booking (client and event, see lib/events/commands/place-booking.ts), any_day (staff may note what does not fit),
-- actor, idempotency}; out: {booking_id, replayed}.
-- Refuses with BOOK_001 (the day is blocked or full), REQ_003, REQ_004, AUTH_002 and DB_002 (the customer was erased).
CREATE OR REPLACE FUNCTION place_booking(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  b jsonb := p->'booking';
  v_id uuid := (b->>'id')::uuid;
  v_actor_id uuid := (p#>>'{actor,id}')::uuid;
  v_user_id uuid := CASE WHEN p#>>'{actor,kind}' = 'staff' THEN (p#>>'{actor,id}')::uuid END;
  v_customer_id uuid := (b->>'customer_id')::uuid;
  v_day date := (b->>'placed_on')::date;
  v_count int;
  v_number text;
  v_reason text;
  v_first jsonb;
BEGIN
  v_first := redeem_idempotency_key(p->'idempotency', jsonb_build_object('booking_id', v_id));
  IF v_first IS NOT NULL THEN
    RETURN v_first || '{"replayed": true}';
  END IF;

  -- Nothing is taken, so nothing is locked: whoever confirms looks again.
  SELECT CASE WHEN d.blocked THEN 'blocked' WHEN d.booked >= k.per_day_capacity THEN 'full' END INTO v_reason
  FROM packages k JOIN booking_days d ON d.package_id = k.id AND d.on_date = (b->>'event_date')::date
  WHERE k.id = (b->>'package_id')::uuid;
  IF v_reason IS NOT NULL AND NOT (p->>'any_day')::boolean THEN
    PERFORM refuse('BOOK_001', jsonb_build_object('package_id', b->>'package_id', 'date', b->>'event_date',
      'reason', v_reason));
  END IF;

  v_customer_id := coalesce(v_customer_id, customer_of_guest(b));
  -- Somebody who is being erased at this moment is waited for, and is nobody any more.
  PERFORM 1 FROM customers WHERE id = v_customer_id AND anonymised_at IS NULL FOR KEY SHARE;
  IF NOT FOUND AND b->>'customer_id' IS NOT NULL THEN
    PERFORM refuse(CASE WHEN p#>>'{actor,kind}' = 'customer' THEN 'AUTH_002' ELSE 'DB_002' END);
  ELSIF NOT FOUND THEN
    v_customer_id := customer_of_guest(b);
  END IF;

  INSERT INTO booking_counters AS c (day, last_value) VALUES (v_day, 1)
  ON CONFLICT (day) DO UPDATE SET last_value = c.last_value + 1 RETURNING last_value INTO v_count;
  v_number := format('%s-B-%s-%s', b->>'prefix', to_char(v_day, 'YYYYMMDD'),
    CASE WHEN v_count < 1000 THEN lpad(v_count::text, 3, '0') ELSE v_count::text END);

  INSERT INTO bookings (id, booking_number, channel, customer_id, client_name, client_phone, client_email, event_type,
    event_date, starts_at, venue, guests, package_id, theme_id, package_name, theme_name, message, currency, locale,
    source, placed_on, created_at, updated_at)
  VALUES (v_id, v_number, b->>'channel', v_customer_id, b->>'customer_name', b->>'customer_phone', b->>'customer_email',
    b->>'event_type', (b->>'event_date')::date, (b->>'starts_at')::timestamptz, coalesce(b->>'venue', ''),
    (b->>'guests')::int, (b->>'package_id')::uuid, (b->>'theme_id')::uuid,
    (SELECT name FROM packages WHERE id = (b->>'package_id')::uuid),
    (SELECT name FROM themes WHERE id = (b->>'theme_id')::uuid),
    coalesce(b->>'message', ''), b->>'currency', b->>'locale', coalesce(b->'source', '{}'), v_day,
    (b->>'placed_at')::timestamptz, (b->>'placed_at')::timestamptz);

  INSERT INTO booking_events (id, booking_id, axis, to_status, actor_kind, actor_id, at)
  VALUES (gen_random_uuid(), v_id, 'booking', 'requested', p#>>'{actor,kind}', v_actor_id,
    (b->>'placed_at')::timestamptz);
  IF v_user_id IS NOT NULL THEN
    INSERT INTO audit_log (id, actor_kind, actor_id, action, entity, entity_id, changes, request_id)
    VALUES (gen_random_uuid(), 'staff', v_user_id, 'booking.requested', 'booking', v_id::text,
      jsonb_build_object('after', jsonb_build_object('booking_number', v_number, 'date', b->>'event_date')),
      b#>>'{source,request_id}');
  END IF;
  PERFORM append_event('booking.requested', 'booking', v_id::text, jsonb_build_object(
    'booking_id', v_id, 'booking_number', v_number, 'status', 'requested', 'channel', b->>'channel',
    'date', b->>'event_date', 'package_id', b->>'package_id'));
  RETURN jsonb_build_object('booking_id', v_id, 'replayed', false);
END $$;
