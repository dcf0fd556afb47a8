-- The client says that the deposit of a booking, or what comes after it, is paid, with or without a proof (see
-- write_claim).
-- In: {claim {id, booking_id, amount_minor (null = the deposit that is due, then the rest), reference}, method,
-- proof (a row of media) | null, actor, idempotency}; out: {payment_id, booking_id, is_proof_kept, replayed}.
-- Refuses with DB_002, REQ_003, BOOK_002 (nothing was agreed, or it is over), PAY_001, PAY_002.
CREATE OR REPLACE FUNCTION claim_booking_payment(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  c jsonb := p->'claim';
  v_booking bookings;
  v_open bigint;
  v_claim jsonb;
  v_first jsonb;
BEGIN
  v_first := redeem_idempotency_key(p->'idempotency',
    jsonb_build_object('payment_id', c->>'id', 'booking_id', c->>'booking_id'));
  IF v_first IS NOT NULL THEN
    RETURN v_first || '{"replayed": true, "is_proof_kept": false}';
  END IF;
  SELECT * INTO v_booking FROM bookings WHERE id = (c->>'booking_id')::uuid FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('DB_002');
  END IF;
  IF v_booking.status NOT IN ('accepted', 'confirmed', 'completed') THEN
    PERFORM refuse('BOOK_002', jsonb_build_object('from', v_booking.status, 'to', 'paid'));
  END IF;
  -- Without a quote there is nothing that a client could owe.
  v_open := coalesce(open_booking_amount(v_booking), 0);
  v_claim := write_claim(p, jsonb_build_object('entity', 'booking', 'id', v_booking.id, 'currency', v_booking.currency,
    'method', p->>'method'), v_open, first_booking_amount(v_booking, v_open));
  IF (v_claim->>'is_told')::boolean THEN
    PERFORM settle_booking_payments(v_booking, 'submitted', (SELECT amount_minor FROM payments
      WHERE id = (v_claim->>'payment_id')::uuid), p->'actor', NULL);
  END IF;
  RETURN v_claim || jsonb_build_object('booking_id', v_booking.id, 'replayed', false);
END $$;
