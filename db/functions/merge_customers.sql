-- Makes two people on file one: orders, addresses, sessions, login and what is known of `gone_id` go to `keep_id`;
-- `gone_id` is archived, without what must be unique. Orders keep the name and phone that were given with them.
-- In: {keep_id, gone_id, now, actor, request_id}; out: {orders}: how many went over.
-- Refuses with DB_002 (one of them is not on file), CONF_002 (reason "two_logins": both sign in).
CREATE OR REPLACE FUNCTION merge_customers(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  k customers;
  g customers;
  v_now timestamptz := (p->>'now')::timestamptz;
  v_orders int;
BEGIN
  -- In one order, so that two merges of the same people never wait for each other.
  PERFORM 1 FROM customers WHERE id IN ((p->>'keep_id')::uuid, (p->>'gone_id')::uuid) ORDER BY id FOR UPDATE;
  SELECT * INTO k FROM customers WHERE id = (p->>'keep_id')::uuid AND archived_at IS NULL;
  SELECT * INTO g FROM customers WHERE id = (p->>'gone_id')::uuid AND archived_at IS NULL;
  IF k.id IS NULL OR g.id IS NULL OR k.id = g.id THEN
    PERFORM refuse('DB_002');
  END IF;
  IF k.user_id IS NOT NULL AND g.user_id IS NOT NULL THEN
    PERFORM refuse('CONF_002', jsonb_build_object('reason', 'two_logins'));
  END IF;

  UPDATE orders SET customer_id = k.id WHERE customer_id = g.id;
  GET DIAGNOSTICS v_orders = ROW_COUNT;
  UPDATE bookings SET customer_id = k.id WHERE customer_id = g.id;
  UPDATE addresses SET customer_id = k.id, updated_at = v_now,
    is_default = is_default AND NOT EXISTS (SELECT 1 FROM addresses a WHERE a.customer_id = k.id AND a.is_default)
  WHERE customer_id = g.id;
  -- Only one cart is anybody's; the older one expires by itself.
  UPDATE carts SET customer_id = k.id WHERE customer_id = g.id
    AND NOT EXISTS (SELECT 1 FROM carts c WHERE c.customer_id = k.id);
  UPDATE carts SET customer_id = NULL WHERE customer_id = g.id;
  UPDATE auth_sessions SET customer_id = k.id WHERE customer_id = g.id;

  -- First out of the indexes, then in.
  UPDATE customers SET archived_at = v_now, merged_into = k.id, user_id = NULL, phone_verified_at = NULL,
    updated_at = v_now
  WHERE id = g.id;
  UPDATE customers SET
    user_id = coalesce(k.user_id, g.user_id),
    email = coalesce(k.email, g.email),
    phone = coalesce(k.phone, g.phone),
    phone_verified_at = CASE WHEN k.phone IS NULL THEN g.phone_verified_at
      WHEN k.phone = g.phone THEN coalesce(k.phone_verified_at, g.phone_verified_at)
      ELSE k.phone_verified_at END,
    notes = left(concat_ws(E'\n', k.notes, g.notes), 2000),
    tags = (SELECT coalesce(array_agg(DISTINCT tag), '{}') FROM unnest(k.tags || g.tags) tag),
    -- A warning about somebody is not lost by being the same person.
    flags = (SELECT coalesce(array_agg(DISTINCT flag), '{}') FROM unnest(k.flags || g.flags) flag),
    marketing_opt_in_at = coalesce(k.marketing_opt_in_at, g.marketing_opt_in_at),
    updated_at = v_now
  WHERE id = k.id;

  INSERT INTO audit_log (id, actor_kind, actor_id, action, entity, entity_id, changes, request_id)
  VALUES (gen_random_uuid(), p#>>'{actor,kind}', (p#>>'{actor,id}')::uuid, 'customer.merged', 'customer', k.id::text,
    jsonb_build_object('from', g.id, 'orders', v_orders), p->>'request_id');
  RETURN jsonb_build_object('orders', v_orders);
END $$;
