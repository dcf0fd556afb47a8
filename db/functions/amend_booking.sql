-- Changes what an event is (occasion, hour, place, guests, theme, message), never its day, package or price.
-- In: {booking_id, event {event_type, starts_at, venue, guests, theme_id, theme_name, message}: all as it will be, version
-- (the one it was planned with), statuses (from which it may), fields [names of what changes], note, actor, now,
-- request_id}; out: {booking_id}. Refuses with DB_002, REQ_002, BOOK_002.
CREATE OR REPLACE FUNCTION amend_booking(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  e jsonb := p->'event';
  v_booking bookings;
  v_actor_id uuid := (p#>>'{actor,id}')::uuid;
BEGIN
  SELECT * INTO v_booking FROM bookings WHERE id = (p->>'booking_id')::uuid FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('DB_002');
  END IF;
  IF (p->>'version')::int <> v_booking.version THEN
    PERFORM refuse('REQ_002', jsonb_build_object('version', v_booking.version));
  END IF;
  IF NOT p->'statuses' ? v_booking.status THEN
    PERFORM refuse('BOOK_002', jsonb_build_object('from', v_booking.status, 'to', v_booking.status));
  END IF;
  UPDATE bookings SET event_type = e->>'event_type', starts_at = (e->>'starts_at')::timestamptz, venue = e->>'venue',
    guests = (e->>'guests')::int, theme_id = (e->>'theme_id')::uuid, theme_name = e->>'theme_name',
    message = e->>'message', version = version + 1, updated_at = (p->>'now')::timestamptz
  WHERE id = v_booking.id;
  INSERT INTO booking_events (id, booking_id, axis, to_status, actor_kind, actor_id, note, at)
  VALUES (gen_random_uuid(), v_booking.id, 'booking', 'changed', p#>>'{actor,kind}', v_actor_id, p->>'note',
    clock_timestamp());
  -- Names of what changed only: place and message are personal, and the timeline, which is erased, has them.
  INSERT INTO audit_log (id, actor_kind, actor_id, action, entity, entity_id, changes, request_id)
  VALUES (gen_random_uuid(), p#>>'{actor,kind}', v_actor_id, 'booking.changed', 'booking', v_booking.id::text,
    jsonb_build_object('after', jsonb_build_object('fields', p->'fields')), p->>'request_id');
  PERFORM append_event('booking.changed', 'booking', v_booking.id::text, jsonb_build_object(
    'booking_id', v_booking.id, 'booking_number', v_booking.booking_number, 'status', v_booking.status,
    'fields', p->'fields'));
  RETURN jsonb_build_object('booking_id', v_booking.id);
END $$;
