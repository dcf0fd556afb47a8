-- Frees the place that a confirmed booking held on its day.
CREATE OR REPLACE FUNCTION give_booking_day_back(p_package_id uuid, p_on_date date) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE booking_days SET booked = booked - 1 WHERE package_id = p_package_id AND on_date = p_on_date;
END $$;
