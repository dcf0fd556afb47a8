-- Returns what an order took, movement by movement, in the order of ids.
CREATE OR REPLACE FUNCTION give_stock_back(p_order_id uuid, p_user_id uuid)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  r record;
  v_left int;
BEGIN
  -- All variants before any plan, as take_stock does: a cancellation that held the plan of one and waited for another
  -- would deadlock with an order of both.
  PERFORM 1 FROM product_variants
  WHERE id IN (SELECT variant_id FROM stock_movements WHERE order_id = p_order_id) ORDER BY id FOR NO KEY UPDATE;

  FOR r IN
    SELECT variant_id, on_date, -sum(delta)::int AS quantity FROM stock_movements
    WHERE order_id = p_order_id GROUP BY variant_id, on_date HAVING sum(delta) < 0
    ORDER BY variant_id, on_date
  LOOP
    IF r.on_date IS NULL THEN
      UPDATE product_variants SET stock_quantity = stock_quantity + r.quantity, updated_at = now()
      WHERE id = r.variant_id RETURNING stock_quantity INTO v_left;
    ELSE
      UPDATE production_plans SET sold = sold - r.quantity, updated_at = now()
      WHERE variant_id = r.variant_id AND on_date = r.on_date RETURNING planned - sold INTO v_left;
    END IF;
    INSERT INTO stock_movements (id, variant_id, on_date, delta, reason, order_id, user_id, balance_after)
    VALUES (gen_random_uuid(), r.variant_id, r.on_date, r.quantity, 'cancel', p_order_id, p_user_id, v_left);
  END LOOP;
END $$;
