-- Takes what `p_items` [{variant_id, quantity, on_date, unit_price_minor}] ask for, or refuses all of it.
-- Locks in the order of ids, so that crossed carts queue instead of deadlocking; names every short item.
-- A day of production that has no row yet gets one from the weekly pattern. With `p_override` staff bake what is missing:
-- the plan of the day rises. Stock that is counted is never overridden.
-- Answers what it took [{variant_id, on_date, quantity, left}], for the movements: they need the order's row first.
CREATE OR REPLACE FUNCTION take_stock(p_items jsonb, p_override boolean DEFAULT false)
RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_taken jsonb := '[]';
  v_short jsonb := '[]';
  v_gone jsonb := '[]';
  v_repriced jsonb := '[]';
  v_left int;
  v_closed boolean;
  r record;
BEGIN
  PERFORM 1 FROM product_variants
  WHERE id IN (SELECT (i->>'variant_id')::uuid FROM jsonb_array_elements(p_items) i)
  ORDER BY id FOR NO KEY UPDATE;

  FOR r IN
    SELECT d.variant_id, d.on_date, d.quantity, d.unit_price_minor, v.price_minor, v.stock_mode, v.stock_quantity,
      v.id IS NOT NULL AND v.archived_at IS NULL AND p.active AND p.archived_at IS NULL AS sellable
    FROM (
      SELECT (i->>'variant_id')::uuid AS variant_id, (i->>'on_date')::date AS on_date,
        sum((i->>'quantity')::int)::int AS quantity, max((i->>'unit_price_minor')::bigint) AS unit_price_minor
      FROM jsonb_array_elements(p_items) i GROUP BY 1, 2
    ) d
    LEFT JOIN product_variants v ON v.id = d.variant_id
    LEFT JOIN products p ON p.id = v.product_id
    ORDER BY d.variant_id, d.on_date
  LOOP
    IF NOT coalesce(r.sellable, false) OR (r.stock_mode = 'per_date' AND r.on_date IS NULL) THEN
      v_gone := v_gone || jsonb_build_object('variant_id', r.variant_id);
      CONTINUE;
    END IF;
    IF r.unit_price_minor <> r.price_minor THEN
      v_repriced := v_repriced || jsonb_build_object('variant_id', r.variant_id, 'unit_price', r.price_minor / 100.0);
      CONTINUE;
    END IF;
    IF r.stock_mode = 'tracked' THEN
      -- The same variant for two dates comes twice: the condition counts what the first one left.
      UPDATE product_variants SET stock_quantity = stock_quantity - r.quantity, updated_at = now()
      WHERE id = r.variant_id AND stock_quantity >= r.quantity RETURNING stock_quantity INTO v_left;
      IF NOT FOUND THEN
        SELECT stock_quantity INTO v_left FROM product_variants WHERE id = r.variant_id;
        v_short := v_short || jsonb_build_object('variant_id', r.variant_id, 'requested', r.quantity, 'left', v_left);
        CONTINUE;
      END IF;
    ELSIF r.stock_mode = 'per_date' THEN
      INSERT INTO production_plans (variant_id, on_date, planned)
      SELECT variant_id, r.on_date, planned FROM production_patterns
      WHERE variant_id = r.variant_id AND weekday = extract(isodow FROM r.on_date)
      ON CONFLICT DO NOTHING;
      IF p_override THEN
        INSERT INTO production_plans AS t (variant_id, on_date, planned, is_override)
        VALUES (r.variant_id, r.on_date, r.quantity, true)
        ON CONFLICT (variant_id, on_date) DO UPDATE SET is_override = true, closed = false,
          planned = greatest(t.planned, t.sold + r.quantity), updated_at = now()
        WHERE t.closed OR t.sold + r.quantity > t.planned;
      END IF;
      UPDATE production_plans SET sold = sold + r.quantity, updated_at = now()
      WHERE variant_id = r.variant_id AND on_date = r.on_date AND NOT closed AND sold + r.quantity <= planned
      RETURNING planned - sold INTO v_left;
      IF NOT FOUND THEN
        SELECT planned - sold, closed INTO v_left, v_closed FROM production_plans
        WHERE variant_id = r.variant_id AND on_date = r.on_date;
        v_short := v_short || jsonb_build_object('variant_id', r.variant_id, 'on_date', r.on_date,
          'requested', r.quantity, 'left', CASE WHEN v_closed THEN 0 ELSE coalesce(v_left, 0) END);
        CONTINUE;
      END IF;
    ELSE
      CONTINUE;
    END IF;
    v_taken := v_taken || jsonb_build_object('variant_id', r.variant_id,
      'on_date', CASE WHEN r.stock_mode = 'per_date' THEN r.on_date END, 'quantity', r.quantity, 'left', v_left);
  END LOOP;

  IF v_gone <> '[]' THEN
    PERFORM refuse('STK_002', jsonb_build_object('items', v_gone));
  ELSIF v_short <> '[]' THEN
    PERFORM refuse('STK_001', jsonb_build_object('items', v_short));
  ELSIF v_repriced <> '[]' THEN
    PERFORM refuse('CART_002', jsonb_build_object('items', v_repriced));
  END IF;
  RETURN v_taken;
END $$;
