-- Gives an order that stays in its slot another load there. `p_slot` is what the opening rules say of it now, or NULL.
-- Its place is its own, whatever was booked since; with `p_strict` more goods (or another zone) need the slot to be open
-- and the room for what is more. Refuses with SLOT_001 (load), SLOT_002 (closed, or past its cut-off).
CREATE OR REPLACE FUNCTION keep_slot(p_order orders, p_slot jsonb, p_load int, p_now timestamptz, p_strict boolean)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  s slots;
BEGIN
  PERFORM give_slot_back(p_order);
  PERFORM take_slot(coalesce(p_slot, (SELECT to_jsonb(t) FROM slots t WHERE t.id = p_order.slot_id)), p_load, p_now, true);
  IF NOT p_strict THEN
    RETURN;
  END IF;
  SELECT * INTO s FROM slots WHERE id = p_order.slot_id;
  IF s.closed OR s.cutoff_at <= p_now THEN
    PERFORM refuse('SLOT_002', jsonb_build_object('slot_id', s.id,
      'reason', CASE WHEN s.closed THEN 'closed' ELSE 'cutoff' END));
  ELSIF p_load > p_order.load_points AND s.booked_load > s.capacity_load THEN
    PERFORM refuse('SLOT_001', jsonb_build_object('slot_id', s.id, 'reason', 'load',
      'room', greatest(s.capacity_load - s.booked_load + p_load, 0)));
  END IF;
END $$;
