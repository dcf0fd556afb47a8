-- Walks a booking to `to`. `paths` {from: [step, …]} are the walks its caller may take (lib/events/booking-rules.ts).
-- The step to "confirmed" takes the day; leaving it for anything but "completed" gives the day back.
-- In: {booking_id, to, paths, actor, note, reason, quote {quoted_minor, deposit_minor, expires_at} | null, waive_deposit,
-- is_client (bound to the date of the quote), version, now, request_id}; out: {booking_id, from, to}.
-- Refuses with DB_002, REQ_002, BOOK_001 (the day is taken), BOOK_002 (from, to; reason "deposit" with what is due, or
-- "quote_expired").
CREATE OR REPLACE FUNCTION move_booking(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_booking bookings;
  v_from text;
  v_step text;
  v_now timestamptz := (p->>'now')::timestamptz;
  v_actor_id uuid := (p#>>'{actor,id}')::uuid;
  v_quote jsonb := nullif(p->'quote', 'null');
  v_note text;
  v_due bigint;
  v_at timestamptz;
BEGIN
  SELECT * INTO v_booking FROM bookings WHERE id = (p->>'booking_id')::uuid FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('DB_002');
  END IF;
  IF p->>'version' IS NOT NULL AND (p->>'version')::int <> v_booking.version THEN
    PERFORM refuse('REQ_002', jsonb_build_object('version', v_booking.version));
  END IF;
  v_from := v_booking.status;
  IF p->'paths'->v_from IS NULL THEN
    PERFORM refuse('BOOK_002', jsonb_build_object('from', v_from, 'to', p->>'to'));
  END IF;
  IF coalesce((p->>'is_client')::boolean, false) AND p->>'to' = 'accepted' AND v_booking.quote_expires_at <= v_now THEN
    PERFORM refuse('BOOK_002', jsonb_build_object('from', v_from, 'to', p->>'to', 'reason', 'quote_expired'));
  END IF;

  -- The timeline counts milliseconds: steps of one walk keep their order in it.
  SELECT greatest(clock_timestamp(), max(at) + interval '1 millisecond') INTO v_at
  FROM booking_events WHERE booking_id = v_booking.id;
  FOR v_step IN SELECT jsonb_array_elements_text(p->'paths'->v_from) LOOP
    v_note := CASE WHEN v_step = p->>'to' THEN p->>'note' END;
    IF v_step = 'quoted' AND v_quote IS NOT NULL THEN
      v_booking.quoted_minor := (v_quote->>'quoted_minor')::bigint;
      v_booking.deposit_minor := (v_quote->>'deposit_minor')::bigint;
      v_booking.quote_expires_at := (v_quote->>'expires_at')::timestamptz;
    ELSIF v_step = 'confirmed' THEN
      v_due := coalesce(v_booking.deposit_minor, 0) - v_booking.paid_minor;
      IF v_due > 0 AND NOT coalesce((p->>'waive_deposit')::boolean, false) THEN
        PERFORM refuse('BOOK_002', jsonb_build_object('from', v_from, 'to', p->>'to', 'reason', 'deposit',
          'due', v_due / 100.0));
      ELSIF v_due > 0 THEN
        v_booking.deposit_minor := 0;
        v_note := concat_ws(' ', v_note, 'The deposit was waived.');
      END IF;
      PERFORM take_booking_day(v_booking.package_id, v_booking.event_date);
    ELSIF v_booking.status = 'confirmed' AND v_step <> 'completed' THEN
      PERFORM give_booking_day_back(v_booking.package_id, v_booking.event_date);
    END IF;
    INSERT INTO booking_events (id, booking_id, axis, from_status, to_status, actor_kind, actor_id, note, at)
    VALUES (gen_random_uuid(), v_booking.id, 'booking', v_booking.status, v_step, p#>>'{actor,kind}', v_actor_id,
      v_note, v_at);
    v_at := v_at + interval '1 millisecond';
    v_booking.status := v_step;
  END LOOP;

  UPDATE bookings SET status = v_booking.status, quoted_minor = v_booking.quoted_minor,
    deposit_minor = v_booking.deposit_minor,
    quote_expires_at = CASE WHEN v_booking.status = 'quoted' THEN v_booking.quote_expires_at END,
    reason = CASE WHEN v_booking.status IN ('declined', 'cancelled') THEN p->>'reason' END,
    version = version + 1, updated_at = v_now
  WHERE id = v_booking.id;
  IF p#>>'{actor,kind}' = 'staff' THEN
    INSERT INTO audit_log (id, actor_kind, actor_id, action, entity, entity_id, changes, request_id)
    VALUES (gen_random_uuid(), 'staff', v_actor_id, 'booking.moved', 'booking', v_booking.id::text,
      jsonb_build_object('before', jsonb_build_object('status', v_from),
        'after', jsonb_build_object('status', v_booking.status, 'quoted_minor', v_booking.quoted_minor,
          'deposit_minor', v_booking.deposit_minor)), p->>'request_id');
  END IF;
  PERFORM append_event('booking.status_changed', 'booking', v_booking.id::text, jsonb_build_object(
    'booking_id', v_booking.id, 'booking_number', v_booking.booking_number, 'from', v_from,
    'status', v_booking.status, 'date', v_booking.event_date, 'package_id', v_booking.package_id,
    'by', p#>>'{actor,kind}'));
  RETURN jsonb_build_object('booking_id', v_booking.id, 'from', v_from, 'to', v_booking.status);
END $$;
