-- Books `p_slot` {id, location_id, method, starts_at, ends_at, cutoff_at, capacity_orders, capacity_load} for one order
-- of `p_load` load points. The row appears with its first order; each booking brings it up to what the opening rules say
-- (the caller holds their version), unless its capacity was set for it alone. With `p_override` staff go beyond it.
-- Refuses with SLOT_001 (full: {slot_id, reason "full" | "load", room}), SLOT_002 (closed, or past its cut-off).
CREATE OR REPLACE FUNCTION take_slot(p_slot jsonb, p_load int, p_now timestamptz, p_override boolean)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  s slots;
BEGIN
  INSERT INTO slots AS t (id, location_id, method, starts_at, ends_at, cutoff_at, capacity_orders, capacity_load)
  VALUES ((p_slot->>'id')::uuid, (p_slot->>'location_id')::uuid, p_slot->>'method', (p_slot->>'starts_at')::timestamptz,
    (p_slot->>'ends_at')::timestamptz, (p_slot->>'cutoff_at')::timestamptz, (p_slot->>'capacity_orders')::int,
    (p_slot->>'capacity_load')::int)
  ON CONFLICT (id) DO UPDATE SET ends_at = excluded.ends_at, cutoff_at = excluded.cutoff_at,
    capacity_orders = CASE WHEN t.has_own_capacity THEN t.capacity_orders ELSE excluded.capacity_orders END,
    capacity_load = CASE WHEN t.has_own_capacity THEN t.capacity_load ELSE excluded.capacity_load END,
    -- A capacity lowered below what is booked keeps those orders and takes no more.
    allowance_orders = CASE WHEN t.has_own_capacity THEN t.allowance_orders
      ELSE greatest(t.allowance_orders, t.booked_orders - excluded.capacity_orders) END,
    allowance_load = CASE WHEN t.has_own_capacity THEN t.allowance_load
      ELSE greatest(t.allowance_load, t.booked_load - excluded.capacity_load) END
  RETURNING * INTO s;

  IF NOT p_override THEN
    IF s.closed THEN
      PERFORM refuse('SLOT_002', jsonb_build_object('slot_id', s.id, 'reason', 'closed'));
    ELSIF s.cutoff_at <= p_now THEN
      PERFORM refuse('SLOT_002', jsonb_build_object('slot_id', s.id, 'reason', 'cutoff'));
    ELSIF s.booked_orders >= s.capacity_orders THEN
      PERFORM refuse('SLOT_001', jsonb_build_object('slot_id', s.id, 'reason', 'full', 'room', 0));
    -- What takes no load fits also where staff went beyond it.
    ELSIF p_load > 0 AND s.booked_load + p_load > s.capacity_load THEN
      PERFORM refuse('SLOT_001', jsonb_build_object('slot_id', s.id, 'reason', 'load',
        'room', greatest(s.capacity_load - s.booked_load, 0)));
    END IF;
  END IF;
  UPDATE slots SET booked_orders = booked_orders + 1, booked_load = booked_load + p_load, updated_at = now(),
    allowance_orders = greatest(allowance_orders, booked_orders + 1 - capacity_orders),
    allowance_load = greatest(allowance_load, booked_load + p_load - capacity_load)
  WHERE id = s.id;
END $$;
