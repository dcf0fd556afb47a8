-- Gives back what an order no longer wants and takes what it wants more of, or refuses all of it. What stays is neither
-- given back nor asked for anew: it may be sold out, repriced or off sale by now, and is still the customer's.
-- The order is locked and still has its old lines; `p_items` [{variant_id, quantity, on_date, today_minor}] are all of
-- them as they will be, `today_minor` the price given to pieces that come on top (see take_stock).
-- Answers the ids of the variants whose stock moved. Refuses with STK_001, STK_002, CART_002.
CREATE OR REPLACE FUNCTION exchange_goods(p_order_id uuid, p_items jsonb, p_user_id uuid, p_override boolean)
RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_more jsonb := '[]';
  v_moved jsonb := '[]';
  v_back int;
  v_left int;
  r record;
BEGIN
  -- Everything that either side touches, in the order of ids: crossed changes queue instead of deadlocking.
  PERFORM 1 FROM product_variants
  WHERE id IN (
    SELECT variant_id FROM order_items WHERE order_id = p_order_id
    UNION SELECT (i->>'variant_id')::uuid FROM jsonb_array_elements(p_items) i)
  ORDER BY id FOR NO KEY UPDATE;

  FOR r IN
    SELECT d.variant_id, d.on_date, d.more, d.price, coalesce((
        SELECT -sum(m.delta)::int FROM stock_movements m WHERE m.order_id = p_order_id
          AND m.variant_id = d.variant_id AND m.on_date IS NOT DISTINCT FROM d.on_date), 0) AS held
    FROM (
      -- Only what is made per day is counted by the day.
      SELECT v.id AS variant_id, CASE WHEN v.stock_mode = 'per_date' THEN l.on_date END AS on_date,
        sum(l.quantity)::int AS more, max(l.price) AS price
      FROM (
        SELECT variant_id, on_date, -quantity AS quantity, NULL::bigint AS price
        FROM order_items WHERE order_id = p_order_id
        UNION ALL
        SELECT (i->>'variant_id')::uuid, (i->>'on_date')::date, (i->>'quantity')::int, (i->>'today_minor')::bigint
        FROM jsonb_array_elements(p_items) i
      ) l
      JOIN product_variants v ON v.id = l.variant_id
      GROUP BY 1, 2
    ) d
    WHERE d.more <> 0 ORDER BY d.variant_id, d.on_date
  LOOP
    IF r.more > 0 THEN
      v_more := v_more || jsonb_build_object('variant_id', r.variant_id, 'on_date', r.on_date, 'quantity', r.more,
        'unit_price_minor', r.price);
      CONTINUE;
    END IF;
    -- What was sold while it was not counted took nothing from the stock.
    v_back := least(-r.more, r.held);
    CONTINUE WHEN v_back <= 0;
    IF r.on_date IS NULL THEN
      UPDATE product_variants SET stock_quantity = stock_quantity + v_back, updated_at = now()
      WHERE id = r.variant_id RETURNING stock_quantity INTO v_left;
    ELSE
      UPDATE production_plans SET sold = sold - v_back, updated_at = now()
      WHERE variant_id = r.variant_id AND on_date = r.on_date RETURNING planned - sold INTO v_left;
    END IF;
    INSERT INTO stock_movements (id, variant_id, on_date, delta, reason, order_id, note, user_id, balance_after)
    VALUES (gen_random_uuid(), r.variant_id, r.on_date, v_back, 'correction', p_order_id, 'Order changed', p_user_id,
      v_left);
    v_moved := v_moved || to_jsonb(r.variant_id);
  END LOOP;

  FOR r IN
    SELECT (t->>'variant_id')::uuid AS variant_id, (t->>'on_date')::date AS on_date,
      (t->>'quantity')::int AS quantity, (t->>'left')::int AS remaining
    FROM jsonb_array_elements(take_stock(v_more, p_override)) t
  LOOP
    INSERT INTO stock_movements (id, variant_id, on_date, delta, reason, order_id, note, user_id, balance_after)
    VALUES (gen_random_uuid(), r.variant_id, r.on_date, -r.quantity, 'sale', p_order_id, 'Order changed', p_user_id,
      r.remaining);
    v_moved := v_moved || to_jsonb(r.variant_id);
  END LOOP;
  RETURN v_moved;
END $$;
