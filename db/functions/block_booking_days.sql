-- Closes days of packages for new bookings, or opens them again; what is booked there stays.
-- In: {package_ids, from, to, blocked, actor, request_id}; out: {days}: how many changed.
CREATE OR REPLACE FUNCTION block_booking_days(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_blocked boolean := (p->>'blocked')::boolean;
  v_days jsonb;
  v_count int;
BEGIN
  SELECT jsonb_agg(jsonb_build_object('package_id', k.id, 'on_date', d.day::date)) INTO v_days
  FROM jsonb_array_elements_text(p->'package_ids') k(id),
    generate_series((p->>'from')::date, (p->>'to')::date, interval '1 day') d(day);
  PERFORM hold_booking_days(v_days);
  UPDATE booking_days b SET blocked = v_blocked
  FROM jsonb_array_elements(v_days) d
  WHERE b.package_id = (d->>'package_id')::uuid AND b.on_date = (d->>'on_date')::date AND b.blocked <> v_blocked;
  GET DIAGNOSTICS v_count = ROW_COUNT;
  IF v_count > 0 THEN
    INSERT INTO audit_log (id, actor_kind, actor_id, action, entity, entity_id, changes, request_id)
    VALUES (gen_random_uuid(), p#>>'{actor,kind}', (p#>>'{actor,id}')::uuid,
      CASE WHEN v_blocked THEN 'booking.days_blocked' ELSE 'booking.days_opened' END, 'package',
      p#>>'{package_ids,0}', jsonb_build_object('after', jsonb_build_object('from', p->>'from', 'to', p->>'to',
        'packages', jsonb_array_length(p->'package_ids'))), p->>'request_id');
    PERFORM append_event('booking.days_changed', 'package', p#>>'{package_ids,0}',
      jsonb_build_object('from', p->>'from', 'to', p->>'to', 'blocked', v_blocked));
  END IF;
  RETURN jsonb_build_object('days', v_count);
END $$;
