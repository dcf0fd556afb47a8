-- Locks days of packages, in one order for everybody, and makes the rows that are missing.
-- `p_days` [{package_id, on_date}, …].
CREATE OR REPLACE FUNCTION hold_booking_days(p_days jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO booking_days (package_id, on_date, capacity)
  SELECT DISTINCT p.id, (d->>'on_date')::date, p.per_day_capacity
  FROM jsonb_array_elements(p_days) d JOIN packages p ON p.id = (d->>'package_id')::uuid
  ORDER BY 1, 2
  ON CONFLICT DO NOTHING;
  PERFORM 1 FROM booking_days b
  JOIN (SELECT DISTINCT (d->>'package_id')::uuid AS package_id, (d->>'on_date')::date AS on_date
    FROM jsonb_array_elements(p_days) d) w USING (package_id, on_date)
  ORDER BY b.package_id, b.on_date FOR UPDATE OF b;
END $$;
