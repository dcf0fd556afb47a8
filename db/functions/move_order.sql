-- Walks an order to `to`. `paths` {from: [step, …]} are the walks its caller may take (lib/orders/rules.ts).
-- In: {order_id, to, paths, is_customer (bound to the cut-off), actor, note, cancel_reason, stock ("back" | "waste"),
-- version, now, request_id};
-- out: {order_id, from, to, product_slugs}. Refuses with DB_002, REQ_002, ORD_002.
CREATE OR REPLACE FUNCTION move_order(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_order orders;
  v_from text;
  v_step text;
  v_now timestamptz := (p->>'now')::timestamptz;
  v_actor_id uuid := (p#>>'{actor,id}')::uuid;
  v_user_id uuid := CASE WHEN p#>>'{actor,kind}' = 'staff' THEN (p#>>'{actor,id}')::uuid END;
  v_note text := p->>'note';
  v_at timestamptz;
BEGIN
  SELECT * INTO v_order FROM orders WHERE id = (p->>'order_id')::uuid FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('DB_002');
  END IF;
  IF p->>'version' IS NOT NULL AND (p->>'version')::int <> v_order.version THEN
    PERFORM refuse('REQ_002', jsonb_build_object('version', v_order.version));
  END IF;
  v_from := v_order.status;
  IF p->'paths'->v_from IS NULL
    -- A finished order is taken back only while the mistake is fresh.
    OR (v_from = 'completed' AND v_order.completed_at < v_now - interval '24 hours')
    OR (coalesce((p->>'is_customer')::boolean, false) AND NOT may_customer_change(v_order, v_now)) THEN
    PERFORM refuse('ORD_002', jsonb_build_object('from', v_from, 'to', p->>'to'));
  END IF;

  -- The timeline counts milliseconds: what the caller's statement has written just now stays before this.
  SELECT greatest(clock_timestamp(), max(at) + interval '1 millisecond') INTO v_at
  FROM order_events WHERE order_id = v_order.id;
  FOR v_step IN SELECT jsonb_array_elements_text(p->'paths'->v_from) LOOP
    INSERT INTO order_events (id, order_id, axis, from_status, to_status, actor_kind, actor_id, note, at)
    VALUES (gen_random_uuid(), v_order.id, 'order', v_order.status, v_step, p#>>'{actor,kind}', v_actor_id,
      CASE WHEN v_step = p->>'to' THEN v_note END, v_at);
    -- Steps of one walk keep their order in the timeline, which counts milliseconds.
    v_at := v_at + interval '1 millisecond';
    v_order.status := v_step;
    CASE v_step
      WHEN 'confirmed' THEN v_order.confirmed_at := v_now;
      WHEN 'processing' THEN v_order.ready_at := NULL;
      WHEN 'ready' THEN
        v_order.ready_at := coalesce(v_order.ready_at, v_now);
        v_order.completed_at := NULL;
      WHEN 'completed' THEN v_order.completed_at := v_now;
      WHEN 'cancelled' THEN v_order.cancelled_at := v_now;
    END CASE;
  END LOOP;

  -- Goods, then the slot, then the order with the figures of its day (a trigger), as placing one locks them: the other
  -- way round, a cancellation and an order of the same goods would wait for each other.
  IF v_order.status = 'cancelled' AND coalesce(p->>'stock', 'back') = 'back' THEN
    PERFORM give_stock_back(v_order.id, v_user_id);
  END IF;
  IF v_order.status = 'cancelled' THEN
    PERFORM give_slot_back(v_order);
  END IF;
  UPDATE orders SET status = v_order.status, confirmed_at = v_order.confirmed_at, ready_at = v_order.ready_at,
    completed_at = v_order.completed_at, cancelled_at = v_order.cancelled_at,
    cancel_reason = CASE WHEN v_order.status = 'cancelled' THEN p->>'cancel_reason' END,
    version = version + 1, updated_at = v_now
  WHERE id = v_order.id;
  IF v_user_id IS NOT NULL THEN
    INSERT INTO audit_log (id, actor_kind, actor_id, action, entity, entity_id, changes, request_id)
    VALUES (gen_random_uuid(), 'staff', v_user_id, 'order.moved', 'order', v_order.id::text,
      jsonb_build_object('before', jsonb_build_object('status', v_from),
        'after', jsonb_build_object('status', v_order.status)), p->>'request_id');
  END IF;
  PERFORM append_event('order.status_changed', 'order', v_order.id::text, jsonb_build_object(
    'order_id', v_order.id, 'order_number', v_order.order_number, 'from', v_from, 'status', v_order.status,
    'payment_status', v_order.payment_status));
  RETURN jsonb_build_object('order_id', v_order.id, 'from', v_from, 'to', v_order.status, 'product_slugs',
    coalesce((SELECT jsonb_agg(DISTINCT p.slug) FROM order_items i JOIN products p ON p.id = i.product_id
      WHERE i.order_id = v_order.id), '[]'));
END $$;
