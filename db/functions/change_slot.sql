-- Changes one slot by hand; a key that is missing leaves things as they are.
-- In: {slot (see take_slot; capacities as the opening rules say), closed, own: {capacity_orders, capacity_load} each for
-- this slot alone | false to go back to the rules, actor, request_id}; out: {slot_id}.
CREATE OR REPLACE FUNCTION change_slot(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_rule jsonb := p->'slot';
  v_own jsonb := p->'own';
  v_user_id uuid := CASE WHEN p#>>'{actor,kind}' = 'staff' THEN (p#>>'{actor,id}')::uuid END;
  v_before slots;
  s slots;
BEGIN
  INSERT INTO slots (id, location_id, method, starts_at, ends_at, cutoff_at, capacity_orders, capacity_load)
  VALUES ((v_rule->>'id')::uuid, (v_rule->>'location_id')::uuid, v_rule->>'method', (v_rule->>'starts_at')::timestamptz,
    (v_rule->>'ends_at')::timestamptz, (v_rule->>'cutoff_at')::timestamptz, (v_rule->>'capacity_orders')::int,
    (v_rule->>'capacity_load')::int)
  ON CONFLICT (id) DO NOTHING;
  SELECT * INTO v_before FROM slots WHERE id = (v_rule->>'id')::uuid FOR NO KEY UPDATE;
  s := v_before;

  s.closed := coalesce((p->>'closed')::boolean, s.closed);
  IF v_own IS NOT NULL THEN
    -- What a capacity of its own does not name stays as it is for this slot, or as the rules say.
    IF NOT s.has_own_capacity OR v_own = 'false' THEN
      s.capacity_orders := (v_rule->>'capacity_orders')::int;
      s.capacity_load := (v_rule->>'capacity_load')::int;
    END IF;
    IF v_own ? 'capacity_orders' THEN
      s.capacity_orders := (v_own->>'capacity_orders')::int;
    END IF;
    IF v_own ? 'capacity_load' THEN
      s.capacity_load := (v_own->>'capacity_load')::int;
    END IF;
    s.has_own_capacity := v_own <> 'false';
    -- Below what is booked it keeps those orders and takes no more.
    s.allowance_orders := greatest(0, s.booked_orders - s.capacity_orders);
    s.allowance_load := greatest(0, s.booked_load - s.capacity_load);
  END IF;

  UPDATE slots SET closed = s.closed, has_own_capacity = s.has_own_capacity, capacity_orders = s.capacity_orders,
    capacity_load = s.capacity_load, allowance_orders = s.allowance_orders, allowance_load = s.allowance_load,
    updated_at = now()
  WHERE id = s.id;
  INSERT INTO audit_log (id, actor_kind, actor_id, action, entity, entity_id, changes, request_id)
  VALUES (gen_random_uuid(), p#>>'{actor,kind}', v_user_id, 'slot.changed', 'slot', s.id::text, jsonb_build_object(
    'before', jsonb_build_object('closed', v_before.closed, 'has_own_capacity', v_before.has_own_capacity,
      'capacity_orders', v_before.capacity_orders, 'capacity_load', v_before.capacity_load),
    'after', jsonb_build_object('closed', s.closed, 'has_own_capacity', s.has_own_capacity,
      'capacity_orders', s.capacity_orders, 'capacity_load', s.capacity_load)), p->>'request_id');
  PERFORM append_event('slot.changed', 'slot', s.id::text, jsonb_build_object('slot_id', s.id, 'closed', s.closed,
    'capacity_orders', s.capacity_orders, 'capacity_load', s.capacity_load));
  RETURN jsonb_build_object('slot_id', s.id);
END $$;
