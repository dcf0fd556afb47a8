-- Records one movement of money on a booking, as record_payment does on an order. Without an amount a charge is what is
-- due now (the deposit, then the rest) and a refund all that was paid. An accepted booking whose deposit is there with
-- it is confirmed; where its day is taken meanwhile the money is recorded all the same, and staff have to decide.
-- In: {payment {id, booking_id, kind, method, amount_minor, reference, note, booked_on}, confirm {paths, now} | null,
-- actor, idempotency, version, request_id}; out: {payment_id, booking_id, replayed}.
-- Refuses with DB_002, REQ_002, REQ_003, BOOK_002 (not agreed, or over), PAY_002 (more than is open), PAY_003.
CREATE OR REPLACE FUNCTION record_booking_payment(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  m jsonb := p->'payment';
  v_booking bookings;
  v_charged bigint;
  v_refunded bigint;
  v_open bigint;
  v_amount bigint;
  v_code text;
  v_first jsonb;
BEGIN
  v_first := redeem_idempotency_key(p->'idempotency',
    jsonb_build_object('payment_id', m->>'id', 'booking_id', m->>'booking_id'));
  IF v_first IS NOT NULL THEN
    RETURN v_first || '{"replayed": true}';
  END IF;
  SELECT * INTO v_booking FROM bookings WHERE id = (m->>'booking_id')::uuid FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('DB_002');
  END IF;
  IF p->>'version' IS NOT NULL AND (p->>'version')::int <> v_booking.version THEN
    PERFORM refuse('REQ_002', jsonb_build_object('version', v_booking.version));
  END IF;
  SELECT coalesce(sum(amount_minor) FILTER (WHERE kind = 'charge'), 0),
    coalesce(sum(amount_minor) FILTER (WHERE kind = 'refund'), 0)
  INTO v_charged, v_refunded FROM payments WHERE booking_id = v_booking.id AND status = 'confirmed';

  IF m->>'kind' = 'refund' THEN
    v_open := v_booking.paid_minor;
    v_amount := coalesce((m->>'amount_minor')::bigint, v_open);
    IF v_amount > v_open OR v_amount <= 0 THEN
      PERFORM refuse('PAY_003', jsonb_build_object('open', v_open / 100.0));
    END IF;
    v_refunded := v_refunded + v_amount;
  ELSE
    IF v_booking.status NOT IN ('quoted', 'accepted', 'confirmed', 'completed') THEN
      PERFORM refuse('BOOK_002', jsonb_build_object('from', v_booking.status, 'to', 'paid'));
    END IF;
    -- Without a quote nobody knows how much there is to pay: then the amount has to be named.
    v_open := v_booking.quoted_minor - v_charged;
    v_amount := coalesce((m->>'amount_minor')::bigint,
      nullif(greatest(coalesce(v_booking.deposit_minor, 0) - v_booking.paid_minor, 0), 0), v_open, 0);
    IF v_amount > v_open OR v_amount <= 0 THEN
      PERFORM refuse('PAY_002', jsonb_build_object('open', greatest(coalesce(v_open, 0), 0) / 100.0));
    END IF;
    v_charged := v_charged + v_amount;
  END IF;

  PERFORM write_payment(m, jsonb_build_object('entity', 'booking', 'id', v_booking.id, 'currency', v_booking.currency,
    'method', 'bank_transfer'), v_amount, p->'actor', p->>'request_id');
  UPDATE bookings SET paid_minor = v_charged - v_refunded, version = version + 1, updated_at = now()
  WHERE id = v_booking.id RETURNING * INTO v_booking;
  INSERT INTO booking_events (id, booking_id, axis, to_status, actor_kind, actor_id, note, at)
  VALUES (gen_random_uuid(), v_booking.id, 'payment', m->>'kind', p#>>'{actor,kind}', (p#>>'{actor,id}')::uuid,
    m->>'note', clock_timestamp());
  PERFORM append_event('payment.changed', 'booking', v_booking.id::text, jsonb_build_object(
    'booking_id', v_booking.id, 'booking_number', v_booking.booking_number, 'status', v_booking.status,
    'kind', m->>'kind', 'amount_minor', v_amount, 'paid_minor', v_booking.paid_minor));

  IF m->>'kind' = 'charge' AND p->'confirm'->'paths' ? v_booking.status AND v_booking.status = 'accepted'
    AND v_booking.paid_minor >= coalesce(v_booking.deposit_minor, 0) THEN
    BEGIN
      PERFORM move_booking(jsonb_build_object('booking_id', v_booking.id, 'to', 'confirmed',
        'paths', p#>'{confirm,paths}', 'actor', '{"kind": "system", "id": null}'::jsonb,
        'now', p#>>'{confirm,now}', 'request_id', p->>'request_id'));
    EXCEPTION WHEN SQLSTATE 'BR001' THEN
      GET STACKED DIAGNOSTICS v_code = MESSAGE_TEXT;
      IF v_code <> 'BOOK_001' THEN
        RAISE;
      END IF;
    END;
  END IF;
  RETURN jsonb_build_object('payment_id', m->>'id', 'booking_id', v_booking.id, 'replayed', false);
END $$;
