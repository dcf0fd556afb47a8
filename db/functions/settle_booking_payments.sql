-- Derives paid_minor of a locked booking from its payments, and tells the timeline. `p_what` is what happened: "charge",
-- "refund", or the state that a claim has now ("submitted" | "confirmed" | "rejected").
CREATE OR REPLACE FUNCTION settle_booking_payments(p_booking bookings, p_what text, p_amount bigint, p_actor jsonb, p_note text)
RETURNS bookings LANGUAGE plpgsql AS $$
DECLARE
  v_booking bookings;
BEGIN
  UPDATE bookings SET paid_minor = (
      SELECT coalesce(sum(CASE kind WHEN 'charge' THEN amount_minor ELSE -amount_minor END), 0)
      FROM payments WHERE booking_id = p_booking.id AND status = 'confirmed'),
    version = version + 1, updated_at = now()
  WHERE id = p_booking.id RETURNING * INTO v_booking;
  INSERT INTO booking_events (id, booking_id, axis, to_status, actor_kind, actor_id, note, at)
  VALUES (gen_random_uuid(), v_booking.id, 'payment', p_what, p_actor->>'kind', (p_actor->>'id')::uuid, p_note,
    clock_timestamp());
  PERFORM append_event('payment.changed', 'booking', v_booking.id::text, jsonb_build_object(
    'booking_id', v_booking.id, 'booking_number', v_booking.booking_number, 'status', v_booking.status,
    'kind', p_what, 'amount_minor', p_amount, 'paid_minor', v_booking.paid_minor));
  RETURN v_booking;
END $$;
