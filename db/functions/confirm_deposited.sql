-- Confirms an accepted booking once its deposit is there, by the same step as everywhere and inside the caller's statement.
-- Where its day is taken meanwhile it stays as it is, and staff have to decide: the money is there all the same.
-- `p_confirm` {paths, now}: the walk to "confirmed"; NULL asks for nothing.
CREATE OR REPLACE FUNCTION confirm_deposited(p_booking bookings, p_confirm jsonb, p_request_id text)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_code text;
BEGIN
  IF p_booking.status <> 'accepted' OR p_booking.paid_minor < coalesce(p_booking.deposit_minor, 0)
    OR NOT coalesce(p_confirm->'paths' ? 'accepted', false) THEN
    RETURN;
  END IF;
  PERFORM move_booking(jsonb_build_object('booking_id', p_booking.id, 'to', 'confirmed', 'paths', p_confirm->'paths',
    'actor', '{"kind": "system", "id": null}'::jsonb, 'now', p_confirm->>'now', 'request_id', p_request_id));
EXCEPTION WHEN SQLSTATE 'BR001' THEN
  GET STACKED DIAGNOSTICS v_code = MESSAGE_TEXT;
  IF v_code <> 'BOOK_001' THEN
    RAISE;
  END IF;
END $$;
