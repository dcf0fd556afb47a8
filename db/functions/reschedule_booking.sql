-- Moves a booking to another day, hour or package; a confirmed one changes its place on the days with it.
-- In: {booking_id, date, starts_at, package_id, statuses (from which it may), note, actor, version, now, request_id};
-- out: {booking_id}. Refuses with DB_002, REQ_002, BOOK_001, BOOK_002.
CREATE OR REPLACE FUNCTION reschedule_booking(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_booking bookings;
  v_date date := (p->>'date')::date;
  v_package_id uuid := (p->>'package_id')::uuid;
  v_package_name text;
BEGIN
  SELECT * INTO v_booking FROM bookings WHERE id = (p->>'booking_id')::uuid FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('DB_002');
  END IF;
  IF p->>'version' IS NOT NULL AND (p->>'version')::int <> v_booking.version THEN
    PERFORM refuse('REQ_002', jsonb_build_object('version', v_booking.version));
  END IF;
  IF NOT p->'statuses' ? v_booking.status THEN
    PERFORM refuse('BOOK_002', jsonb_build_object('from', v_booking.status, 'to', v_booking.status));
  END IF;
  v_package_name := CASE WHEN v_package_id IS NOT DISTINCT FROM v_booking.package_id THEN v_booking.package_name
    ELSE (SELECT name FROM packages WHERE id = v_package_id) END;

  IF v_booking.status = 'confirmed' AND (v_date <> v_booking.event_date
    OR v_package_id IS DISTINCT FROM v_booking.package_id) THEN
    -- Both days at once and in order: two bookings that change places would wait for each other.
    PERFORM hold_booking_days(jsonb_build_array(
      jsonb_build_object('package_id', v_booking.package_id, 'on_date', v_booking.event_date),
      jsonb_build_object('package_id', v_package_id, 'on_date', v_date)));
    PERFORM give_booking_day_back(v_booking.package_id, v_booking.event_date);
    PERFORM take_booking_day(v_package_id, v_date);
  END IF;
  UPDATE bookings SET event_date = v_date, starts_at = (p->>'starts_at')::timestamptz, package_id = v_package_id,
    package_name = v_package_name, version = version + 1, updated_at = (p->>'now')::timestamptz
  WHERE id = v_booking.id;

  INSERT INTO booking_events (id, booking_id, axis, actor_kind, actor_id, note, at)
  VALUES (gen_random_uuid(), v_booking.id, 'booking', p#>>'{actor,kind}', (p#>>'{actor,id}')::uuid,
    concat_ws(' ', format('Moved from %s to %s.', v_booking.event_date, v_date),
      CASE WHEN v_package_id IS DISTINCT FROM v_booking.package_id
        THEN format('Package: %s.', coalesce(v_package_name, '–')) END, p->>'note'), clock_timestamp());
  INSERT INTO audit_log (id, actor_kind, actor_id, action, entity, entity_id, changes, request_id)
  VALUES (gen_random_uuid(), p#>>'{actor,kind}', (p#>>'{actor,id}')::uuid, 'booking.rescheduled', 'booking',
    v_booking.id::text, jsonb_build_object(
      'before', jsonb_build_object('date', v_booking.event_date, 'package_id', v_booking.package_id),
      'after', jsonb_build_object('date', v_date, 'package_id', v_package_id)), p->>'request_id');
  PERFORM append_event('booking.rescheduled', 'booking', v_booking.id::text, jsonb_build_object(
    'booking_id', v_booking.id, 'booking_number', v_booking.booking_number, 'status', v_booking.status,
    'from_date', v_booking.event_date, 'date', v_date, 'package_id', v_package_id));
  RETURN jsonb_build_object('booking_id', v_booking.id);
END $$;
