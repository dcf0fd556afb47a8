-- Changes what was ordered, when and where it is handed over: goods, slot, money, timeline, event. All of it or nothing.
-- In: {order_id, version, statuses (in which it may be changed), is_customer, promise_version, override, order {all as it
-- will be}, items [all as they will be] | null (as they are), slot (see take_slot) | null, keeps_slot, asks_more (the kept
-- slot has to take more goods, or another zone), note, fields [names of what changed], confirm (see confirm_prepaid) |
-- null, actor, now, request_id};
-- out: {order_id, product_slugs}.
-- Refuses with DB_002, REQ_002, ORD_003 (status, or past the cut-off), PAY_001 (its money forbids this total), STK_001,
-- STK_002, CART_002, SLOT_001, SLOT_002.
CREATE OR REPLACE FUNCTION change_order(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  o jsonb := p->'order';
  v_order orders;
  v_slot jsonb := nullif(p->'slot', 'null');
  v_items jsonb := nullif(p->'items', 'null');
  v_now timestamptz := (p->>'now')::timestamptz;
  v_override boolean := coalesce((p->>'override')::boolean, false);
  v_keeps boolean := (p->>'keeps_slot')::boolean;
  v_load int := (o->>'load_points')::int;
  v_actor_id uuid := (p#>>'{actor,id}')::uuid;
  v_user_id uuid := CASE WHEN p#>>'{actor,kind}' = 'staff' THEN (p#>>'{actor,id}')::uuid END;
  v_products jsonb;
  v_moved jsonb := '[]';
  v_subtotal bigint;
  v_total bigint;
  v_paid jsonb;
  v_settles boolean;
  v_step_id uuid := gen_random_uuid();
BEGIN
  SELECT * INTO v_order FROM orders WHERE id = (p->>'order_id')::uuid FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('DB_002');
  END IF;
  IF (p->>'version')::int <> v_order.version THEN
    PERFORM refuse('REQ_002', jsonb_build_object('version', v_order.version));
  END IF;
  IF NOT p->'statuses' ? v_order.status
    OR ((p->>'is_customer')::boolean AND NOT may_customer_change(v_order, v_now)) THEN
    PERFORM refuse('ORD_003', jsonb_build_object('status', v_order.status,
      'change_until', (SELECT cutoff_at FROM slots WHERE id = v_order.slot_id)));
  END IF;

  PERFORM hold_promise_rules((p->>'promise_version')::bigint);
  v_products := coalesce((SELECT jsonb_agg(DISTINCT product_id) FROM order_items WHERE order_id = v_order.id), '[]');
  v_subtotal := v_order.subtotal_minor;
  IF v_items IS NOT NULL THEN
    v_moved := exchange_goods(v_order.id, v_items, v_user_id, v_override);
    v_products := v_products || coalesce((SELECT jsonb_agg(DISTINCT i->'product_id') FROM jsonb_array_elements(v_items) i), '[]');
    DELETE FROM order_items WHERE order_id = v_order.id;
    INSERT INTO order_items (id, order_id, product_id, variant_id, product_name, variant_title, sku, quantity,
      unit_price_minor, line_total_minor, on_date, note, allergens, position)
    SELECT (i->>'id')::uuid, v_order.id, (i->>'product_id')::uuid, (i->>'variant_id')::uuid, i->>'product_name',
      i->>'variant_title', i->>'sku', (i->>'quantity')::int, (i->>'unit_price_minor')::bigint,
      (i->>'quantity')::int * (i->>'unit_price_minor')::bigint, (i->>'on_date')::date, coalesce(i->>'note', ''),
      ARRAY(SELECT jsonb_array_elements_text(i->'allergens')), n
    FROM jsonb_array_elements(v_items) WITH ORDINALITY AS t(i, n);
    SELECT sum(line_total_minor) INTO v_subtotal FROM order_items WHERE order_id = v_order.id;
  END IF;

  -- Goods, then slots (both, in the order of ids), then the order with the figures of its day: as everywhere.
  PERFORM 1 FROM slots WHERE id IN (v_order.slot_id, (v_slot->>'id')::uuid) ORDER BY id FOR NO KEY UPDATE;
  IF NOT v_keeps THEN
    PERFORM give_slot_back(v_order);
    IF v_slot IS NOT NULL THEN
      PERFORM take_slot(v_slot, v_load, v_now, v_override);
    END IF;
  ELSIF v_order.slot_id IS NOT NULL AND (v_slot IS NOT NULL OR v_load <> v_order.load_points) THEN
    PERFORM keep_slot(v_order, v_slot, v_load, v_now, (p->>'asks_more')::boolean AND NOT v_override);
  END IF;

  v_total := v_subtotal + (o->>'delivery_minor')::bigint + v_order.adjustment_minor;
  SELECT jsonb_build_object('any', count(*) > 0, 'refunded', coalesce(bool_or(kind = 'refund' AND status = 'confirmed'), false),
    'claimed', coalesce(sum(amount_minor) FILTER (WHERE kind = 'charge' AND status = 'submitted'), 0),
    'charged', coalesce(sum(amount_minor) FILTER (WHERE kind = 'charge' AND status = 'confirmed'), 0))
  INTO v_paid FROM payments WHERE order_id = v_order.id AND status <> 'rejected';
  -- What was given back is never owed again, and a claim must stay possible to confirm.
  IF (v_total > v_order.total_minor AND (v_paid->>'refunded')::boolean)
    OR ((v_paid->>'claimed')::bigint > 0
      AND v_total < least(v_order.total_minor, (v_paid->>'claimed')::bigint + (v_paid->>'charged')::bigint)) THEN
    PERFORM refuse('PAY_001', jsonb_build_object('payment_status', v_order.payment_status,
      'claimed', (v_paid->>'claimed')::bigint / 100.0));
  END IF;
  v_settles := v_total <> v_order.total_minor
    AND ((v_paid->>'any')::boolean OR v_total = 0 OR v_order.total_minor = 0);

  UPDATE orders SET delivery_type = o->>'delivery_type', location_id = (o->>'location_id')::uuid,
    zone_id = (o->>'zone_id')::uuid, load_points = v_load, preferred_time = o->>'preferred_time',
    delivery_address = nullif(o->'delivery_address', 'null'), special_instructions = o->>'special_instructions',
    gift = nullif(o->'gift', 'null'), override_reason = coalesce(o->>'override_reason', override_reason),
    payment_due_at = (o->>'payment_due_at')::timestamptz,
    slot_id = CASE WHEN v_keeps THEN slot_id ELSE (v_slot->>'id')::uuid END,
    slot_starts_at = CASE WHEN v_keeps THEN slot_starts_at ELSE (v_slot->>'starts_at')::timestamptz END,
    slot_ends_at = CASE WHEN v_keeps THEN slot_ends_at ELSE (v_slot->>'ends_at')::timestamptz END,
    subtotal_minor = v_subtotal, delivery_minor = (o->>'delivery_minor')::bigint, total_minor = v_total,
    -- Settling raises it too: one change, one version.
    version = version + CASE WHEN v_settles THEN 0 ELSE 1 END, updated_at = v_now
  WHERE id = v_order.id;

  INSERT INTO order_events (id, order_id, axis, from_status, to_status, actor_kind, actor_id, note, at)
  VALUES (v_step_id, v_order.id, 'order', v_order.status, v_order.status, p#>>'{actor,kind}', v_actor_id,
    p->>'note', clock_timestamp());
  IF v_user_id IS NOT NULL THEN
    INSERT INTO audit_log (id, actor_kind, actor_id, action, entity, entity_id, changes, request_id)
    VALUES (gen_random_uuid(), 'staff', v_user_id, 'order.changed', 'order', v_order.id::text, jsonb_build_object(
      'before', jsonb_build_object('total_minor', v_order.total_minor, 'slot_id', v_order.slot_id),
      'after', jsonb_build_object('total_minor', v_total, 'slot_id',
        CASE WHEN v_keeps THEN v_order.slot_id ELSE (v_slot->>'id')::uuid END,
        'fields', p->'fields', 'override', v_override)), p->>'request_id');
  END IF;
  IF v_settles THEN
    SELECT * INTO v_order FROM orders WHERE id = v_order.id;
    v_order.payment_status := settle_order_payments(v_order, p->'actor', NULL);
  END IF;
  PERFORM append_event('order.changed', 'order', v_order.id::text, jsonb_build_object(
    'order_id', v_order.id, 'order_number', v_order.order_number, 'status', v_order.status,
    'payment_status', v_order.payment_status, 'total_minor', v_total, 'variant_ids', v_moved,
    -- Who did it, and what: the words may hold what a person wrote, so they stay in the timeline.
    'step_id', v_step_id));
  IF v_settles THEN
    PERFORM confirm_prepaid(v_order.id, p->'confirm', p->>'request_id');
  END IF;
  RETURN jsonb_build_object('order_id', v_order.id, 'product_slugs', coalesce((SELECT jsonb_agg(slug) FROM products
    WHERE id IN (SELECT value::uuid FROM jsonb_array_elements_text(v_products))), '[]'));
END $$;
