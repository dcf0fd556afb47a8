-- What a locked booking may still be charged, in minor units; NULL without a quote, because nobody knows how much there is
-- to pay. What was given back is not owed again.
CREATE OR REPLACE FUNCTION open_booking_amount(p_booking bookings) RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  RETURN p_booking.quoted_minor - coalesce((
    SELECT sum(amount_minor) FROM payments
    WHERE booking_id = p_booking.id AND kind = 'charge' AND status = 'confirmed'), 0);
END $$;
