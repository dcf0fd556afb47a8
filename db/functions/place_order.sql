-- Places an order: key, stock, slot, customer, number, rows, timeline, event. All of it or nothing.
-- In: {order, items, slot (see take_slot) | null, promise_version, override, actor, idempotency, cart_id, cart_version};
-- out: {order_id, replayed}. Refuses with STK_001, STK_002, SLOT_001, SLOT_002, CART_002, REQ_002 (the cart, or what
-- promises are computed from, has changed since it was read), REQ_003, REQ_004, AUTH_002 and DB_002 (the customer was
-- erased).
CREATE OR REPLACE FUNCTION place_order(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  o jsonb := p->'order';
  v_order_id uuid := (o->>'id')::uuid;
  v_actor_id uuid := (p#>>'{actor,id}')::uuid;
  v_user_id uuid := CASE WHEN p#>>'{actor,kind}' = 'staff' THEN (p#>>'{actor,id}')::uuid END;
  v_customer_id uuid := (o->>'customer_id')::uuid;
  v_day date := (o->>'placed_on')::date;
  v_subtotal bigint;
  v_total bigint;
  v_number text;
  v_count int;
  v_first jsonb;
  v_taken jsonb;
  v_slot jsonb := nullif(p->'slot', 'null');
  v_override boolean := coalesce((p->>'override')::boolean, false);
BEGIN
  v_first := redeem_idempotency_key(p->'idempotency', jsonb_build_object('order_id', v_order_id));
  IF v_first IS NOT NULL THEN
    RETURN v_first || '{"replayed": true}';
  END IF;

  IF p->>'cart_id' IS NOT NULL THEN
    -- One cart, one order: of two sends without a key the second finds it changed.
    UPDATE carts SET version = version + 1, updated_at = now()
    WHERE id = (p->>'cart_id')::uuid AND version = (p->>'cart_version')::int;
    IF NOT FOUND THEN
      PERFORM refuse('REQ_002');
    END IF;
    DELETE FROM cart_items WHERE cart_id = (p->>'cart_id')::uuid;
  END IF;

  PERFORM hold_promise_rules((p->>'promise_version')::bigint);
  v_taken := take_stock(p->'items', v_override);
  IF v_slot IS NOT NULL THEN
    PERFORM take_slot(v_slot, (o->>'load_points')::int, (o->>'placed_at')::timestamptz, v_override);
  END IF;

  v_customer_id := coalesce(v_customer_id, customer_of_guest(o));
  -- Somebody who is being erased at this moment is waited for, and is nobody any more.
  PERFORM 1 FROM customers WHERE id = v_customer_id AND anonymised_at IS NULL FOR KEY SHARE;
  IF NOT FOUND AND o->>'customer_id' IS NOT NULL THEN
    PERFORM refuse(CASE WHEN p#>>'{actor,kind}' = 'customer' THEN 'AUTH_002' ELSE 'DB_002' END);
  ELSIF NOT FOUND THEN
    v_customer_id := customer_of_guest(o);
  END IF;
  PERFORM mark_customer_of_order(o, v_customer_id);

  SELECT sum((i->>'quantity')::int * (i->>'unit_price_minor')::bigint) INTO v_subtotal
  FROM jsonb_array_elements(p->'items') i;
  v_total := v_subtotal + coalesce((o->>'delivery_minor')::bigint, 0) + coalesce((o->>'adjustment_minor')::bigint, 0);

  -- The counter row is the one every order of the day waits for, so it is taken as late as can be.
  INSERT INTO order_counters AS c (day, last_value) VALUES (v_day, 1)
  ON CONFLICT (day) DO UPDATE SET last_value = c.last_value + 1 RETURNING last_value INTO v_count;
  v_number := format('%s-%s-%s', o->>'prefix', to_char(v_day, 'YYYYMMDD'),
    CASE WHEN v_count < 1000 THEN lpad(v_count::text, 3, '0') ELSE v_count::text END);

  INSERT INTO orders (id, order_number, channel, customer_id, customer_name, customer_phone, customer_email,
    payment_status, payment_method, delivery_type, slot_id, slot_starts_at, slot_ends_at, load_points, location_id,
    zone_id, override_reason, locale, preferred_time, delivery_address, special_instructions, gift, currency,
    subtotal_minor, delivery_minor, adjustment_minor, total_minor,
    payment_due_at, verified_at, source, placed_at, placed_on)
  VALUES (v_order_id, v_number, o->>'channel', v_customer_id, o->>'customer_name', o->>'customer_phone',
    o->>'customer_email', CASE WHEN v_total = 0 THEN 'paid' ELSE 'unpaid' END, o->>'payment_method',
    o->>'delivery_type', (v_slot->>'id')::uuid, (v_slot->>'starts_at')::timestamptz, (v_slot->>'ends_at')::timestamptz,
    coalesce((o->>'load_points')::int, 0), (o->>'location_id')::uuid, (o->>'zone_id')::uuid, o->>'override_reason',
    o->>'locale', o->>'preferred_time', nullif(o->'delivery_address', 'null'),
    o->>'special_instructions', nullif(o->'gift', 'null'), o->>'currency', v_subtotal,
    coalesce((o->>'delivery_minor')::bigint, 0), coalesce((o->>'adjustment_minor')::bigint, 0), v_total,
    (o->>'payment_due_at')::timestamptz, (o->>'verified_at')::timestamptz, coalesce(o->'source', '{}'),
    (o->>'placed_at')::timestamptz, v_day);

  INSERT INTO order_items (id, order_id, product_id, variant_id, product_name, variant_title, sku, quantity,
    unit_price_minor, line_total_minor, on_date, note, allergens, position)
  SELECT (i->>'id')::uuid, v_order_id, (i->>'product_id')::uuid, (i->>'variant_id')::uuid, i->>'product_name',
    i->>'variant_title', i->>'sku', (i->>'quantity')::int, (i->>'unit_price_minor')::bigint,
    (i->>'quantity')::int * (i->>'unit_price_minor')::bigint, (i->>'on_date')::date, coalesce(i->>'note', ''),
    ARRAY(SELECT jsonb_array_elements_text(i->'allergens')), n
  FROM jsonb_array_elements(p->'items') WITH ORDINALITY AS t(i, n);

  INSERT INTO stock_movements (id, variant_id, on_date, delta, reason, order_id, user_id, balance_after)
  SELECT gen_random_uuid(), (t->>'variant_id')::uuid, (t->>'on_date')::date, -(t->>'quantity')::int, 'sale', v_order_id,
    v_user_id, (t->>'left')::int
  FROM jsonb_array_elements(v_taken) t;

  INSERT INTO order_events (id, order_id, axis, to_status, actor_kind, actor_id, at)
  VALUES (gen_random_uuid(), v_order_id, 'order', 'pending', p#>>'{actor,kind}', v_actor_id,
    (o->>'placed_at')::timestamptz);
  INSERT INTO order_events (id, order_id, axis, actor_kind, note, at)
  SELECT gen_random_uuid(), v_order_id, 'note', 'system', o->>'phone_note', (o->>'placed_at')::timestamptz
  WHERE o->>'phone_note' IS NOT NULL;

  IF v_user_id IS NOT NULL THEN
    INSERT INTO audit_log (id, actor_kind, actor_id, action, entity, entity_id, changes, request_id)
    VALUES (gen_random_uuid(), 'staff', v_user_id, 'order.placed', 'order', v_order_id::text,
      jsonb_build_object('after', jsonb_build_object('order_number', v_number, 'total_minor', v_total,
        'override', v_override)),
      o#>>'{source,request_id}');
  END IF;
  PERFORM append_event('order.placed', 'order', v_order_id::text, jsonb_build_object(
    'order_id', v_order_id, 'order_number', v_number, 'status', 'pending', 'channel', o->>'channel',
    'total_minor', v_total, 'cart_id', p->>'cart_id', 'variant_ids', (SELECT jsonb_agg(DISTINCT i->>'variant_id') FROM jsonb_array_elements(p->'items') i)));
  RETURN jsonb_build_object('order_id', v_order_id, 'replayed', false);
END $$;
