-- Sets or changes the stock of a variant by hand.
-- In: {variant_id, quantity | delta, reason, note, actor, request_id}; out: {variant_id, product_id, slug, stock_quantity}.
-- Refuses with DB_002, STK_001 (would fall below zero), STK_002 (stock is not counted), VALIDATION_ERROR (too much).
CREATE OR REPLACE FUNCTION adjust_stock(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_variant product_variants;
  v_after bigint;
  v_user_id uuid := (p#>>'{actor,id}')::uuid;
BEGIN
  SELECT * INTO v_variant FROM product_variants WHERE id = (p->>'variant_id')::uuid FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('DB_002');
  END IF;
  IF v_variant.stock_mode <> 'tracked' THEN
    PERFORM refuse('STK_002', jsonb_build_object('items', jsonb_build_array(jsonb_build_object('variant_id', v_variant.id))));
  END IF;
  v_after := coalesce((p->>'quantity')::bigint, v_variant.stock_quantity::bigint + (p->>'delta')::bigint);
  IF v_after < 0 THEN
    PERFORM refuse('STK_001', jsonb_build_object('items', jsonb_build_array(jsonb_build_object(
      'variant_id', v_variant.id, 'requested', v_variant.stock_quantity - v_after, 'left', v_variant.stock_quantity))));
  END IF;
  -- Far below what the column holds, so that no sum of stock ever overflows it.
  IF v_after > 1000000000 THEN
    PERFORM refuse('VALIDATION_ERROR', jsonb_build_object('largest', 1000000000));
  END IF;
  IF v_after <> v_variant.stock_quantity THEN
    UPDATE product_variants SET stock_quantity = v_after, updated_at = now() WHERE id = v_variant.id;
    INSERT INTO stock_movements (id, variant_id, delta, reason, note, user_id, balance_after)
    VALUES (gen_random_uuid(), v_variant.id, v_after - v_variant.stock_quantity, p->>'reason', p->>'note', v_user_id, v_after);
    INSERT INTO audit_log (id, actor_kind, actor_id, action, entity, entity_id, changes, request_id)
    VALUES (gen_random_uuid(), p#>>'{actor,kind}', v_user_id, 'stock.adjusted', 'variant', v_variant.id::text,
      jsonb_build_object('before', jsonb_build_object('stock_quantity', v_variant.stock_quantity),
        'after', jsonb_build_object('stock_quantity', v_after, 'reason', p->>'reason')), p->>'request_id');
    PERFORM append_event('stock.changed', 'variant', v_variant.id::text, jsonb_build_object(
      'product_id', v_variant.product_id, 'variant_id', v_variant.id, 'stock_quantity', v_after));
  END IF;
  RETURN jsonb_build_object('variant_id', v_variant.id, 'product_id', v_variant.product_id,
    'slug', (SELECT slug FROM products WHERE id = v_variant.product_id), 'stock_quantity', v_after);
END $$;
