-- What is paid of a booking where no amount is named, in minor units: the deposit that is due, then all that is open; 0
-- where nobody knows (see open_booking_amount).
CREATE OR REPLACE FUNCTION first_booking_amount(p_booking bookings, p_open bigint) RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  RETURN coalesce(nullif(greatest(coalesce(p_booking.deposit_minor, 0) - p_booking.paid_minor, 0), 0), p_open, 0);
END $$;
