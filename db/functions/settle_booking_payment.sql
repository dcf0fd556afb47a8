-- Confirms or rejects a payment that the client of a booking claimed; with the deposit the booking is confirmed (see
-- confirm_deposited).
-- In: {payment_id, to ("confirmed" | "rejected"), note, booked_on, confirm {paths, now} | null, actor, request_id};
-- out: {payment_id, booking_id}.
-- Refuses with DB_002, PAY_001 (already settled), PAY_002 (more than is open).
CREATE OR REPLACE FUNCTION settle_booking_payment(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_booking bookings;
  v_payment payments;
BEGIN
  -- The booking first, as everywhere: whoever holds the booking decides about its money.
  SELECT * INTO v_booking FROM bookings
  WHERE id = (SELECT booking_id FROM payments WHERE id = (p->>'payment_id')::uuid) FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('DB_002');
  END IF;
  v_payment := judge_claim(p, 'booking', v_booking.id, open_booking_amount(v_booking));
  v_booking := settle_booking_payments(v_booking, p->>'to', v_payment.amount_minor, p->'actor', p->>'note');
  PERFORM confirm_deposited(v_booking, p->'confirm', p->>'request_id');
  RETURN jsonb_build_object('payment_id', v_payment.id, 'booking_id', v_booking.id);
END $$;
