-- Takes one place of a package's day under lock; nothing where the booking has no package.
-- Refuses with BOOK_001 (package_id, date, reason "blocked" | "full").
CREATE OR REPLACE FUNCTION take_booking_day(p_package_id uuid, p_on_date date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_blocked boolean;
BEGIN
  IF p_package_id IS NULL THEN
    RETURN;
  END IF;
  PERFORM hold_booking_days(jsonb_build_array(jsonb_build_object('package_id', p_package_id, 'on_date', p_on_date)));
  -- What fits on a day is what the package says now: a smaller number refuses new bookings and keeps the old ones.
  UPDATE booking_days d SET booked = d.booked + 1, capacity = greatest(p.per_day_capacity, d.booked + 1)
  FROM packages p
  WHERE d.package_id = p_package_id AND d.on_date = p_on_date AND p.id = d.package_id
    AND NOT d.blocked AND d.booked < p.per_day_capacity;
  IF NOT FOUND THEN
    SELECT blocked INTO v_blocked FROM booking_days WHERE package_id = p_package_id AND on_date = p_on_date;
    PERFORM refuse('BOOK_001', jsonb_build_object('package_id', p_package_id, 'date', p_on_date,
      'reason', CASE WHEN v_blocked THEN 'blocked' ELSE 'full' END));
  END IF;
END $$;
