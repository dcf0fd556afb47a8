-- Records one movement of money on a booking, as record_payment does on an order. Without an amount a charge is what is
-- due now (the deposit, then the rest) and a refund all that was paid. An accepted booking whose deposit is there with
-- it is confirmed (see confirm_deposited).
-- In: {payment {id, booking_id, kind, method, amount_minor, reference, note, booked_on}, confirm {paths, now} | null,
-- actor, idempotency, version, request_id}; out: {payment_id, booking_id, replayed}.
-- Refuses with DB_002, REQ_002, REQ_003, BOOK_002 (not agreed, or over), PAY_002 (more than is open), PAY_003.
CREATE OR REPLACE FUNCTION record_booking_payment(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  m jsonb := p->'payment';
  v_booking bookings;
  v_open bigint;
  v_amount bigint;
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

  IF m->>'kind' = 'refund' THEN
    v_open := v_booking.paid_minor;
    v_amount := coalesce((m->>'amount_minor')::bigint, v_open);
    IF v_amount > v_open OR v_amount <= 0 THEN
      PERFORM refuse('PAY_003', jsonb_build_object('open', v_open / 100.0));
    END IF;
  ELSE
    IF v_booking.status NOT IN ('quoted', 'accepted', 'confirmed', 'completed') THEN
      PERFORM refuse('BOOK_002', jsonb_build_object('from', v_booking.status, 'to', 'paid'));
    END IF;
    -- Without a quote the amount has to be named, and may be any.
    v_open := open_booking_amount(v_booking);
    v_amount := coalesce((m->>'amount_minor')::bigint, first_booking_amount(v_booking, v_open));
    IF v_amount > v_open OR v_amount <= 0 THEN
      PERFORM refuse('PAY_002', jsonb_build_object('open', greatest(coalesce(v_open, 0), 0) / 100.0));
    END IF;
  END IF;

  PERFORM write_payment(m, jsonb_build_object('entity', 'booking', 'id', v_booking.id, 'currency', v_booking.currency,
    'method', 'bank_transfer'), v_amount, p->'actor', p->>'request_id');
  IF m->>'kind' = 'charge' THEN
    -- The sum that was claimed, or all there is: what has arrived must not wait for somebody to count it once more.
    UPDATE payments SET status = 'rejected', note = coalesce(note, 'Recorded as another payment.'), updated_at = now()
    WHERE booking_id = v_booking.id AND kind = 'charge' AND status = 'submitted'
      AND (amount_minor = v_amount OR v_amount = v_open);
  END IF;
  v_booking := settle_booking_payments(v_booking, m->>'kind', v_amount, p->'actor', m->>'note');
  IF m->>'kind' = 'charge' THEN
    PERFORM confirm_deposited(v_booking, p->'confirm', p->>'request_id');
  END IF;
  RETURN jsonb_build_object('payment_id', m->>'id', 'booking_id', v_booking.id, 'replayed', false);
END $$;
