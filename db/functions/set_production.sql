-- Sets what is made per day: weekly patterns first, then single days. All of it or nothing.
-- In: {today, patterns [{variant_id, weekday, planned}], days [{variant_id | null, on_date, planned, resets, closed}],
-- actor, request_id}. A day without a variant means every one made per day. `planned` makes the day an override,
-- `resets` gives it back to its pattern, `closed` alone leaves the number as it is.
-- Out: {variants [{variant_id, product_id, slug}], held [{variant_id, on_date, planned, sold}],
-- closed_with_orders [{variant_id, on_date, sold}]}. `held`: the pattern went below what is sold, so the day stays there.
-- Refuses with DB_002 (unknown variants), STK_002 (not made per day), CONF_002 (a number below what is sold).
CREATE OR REPLACE FUNCTION set_production(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_today date := (p->>'today')::date;
  v_patterns jsonb := coalesce(p->'patterns', '[]');
  v_days jsonb;
  v_ids uuid[];
  v_wrong jsonb;
  v_was int;
  v_old production_plans;
  v_new production_plans;
  v_log jsonb := '[]';
  v_low jsonb := '[]';
  v_held jsonb := '[]';
  v_with_orders jsonb := '[]';
  v_changed jsonb := '[]';
  r record;
BEGIN
  SELECT coalesce(jsonb_agg(d.day || jsonb_build_object('variant_id', coalesce(d.day->>'variant_id', v.id::text))
    ORDER BY d.n, v.id), '[]') INTO v_days
  FROM jsonb_array_elements(coalesce(p->'days', '[]')) WITH ORDINALITY d(day, n)
  LEFT JOIN (product_variants v JOIN products g ON g.id = v.product_id AND g.archived_at IS NULL)
    ON d.day->>'variant_id' IS NULL AND v.stock_mode = 'per_date' AND v.archived_at IS NULL
  WHERE d.day->>'variant_id' IS NOT NULL OR v.id IS NOT NULL;

  SELECT coalesce(array_agg(DISTINCT (e->>'variant_id')::uuid), '{}') INTO v_ids
  FROM jsonb_array_elements(v_days || v_patterns) e;
  -- In the order of ids: take_stock holds the same rows before it touches a plan, so nothing is sold meanwhile.
  PERFORM 1 FROM product_variants WHERE id = ANY(v_ids) ORDER BY id FOR NO KEY UPDATE;

  SELECT jsonb_agg(u.wanted) INTO v_wrong FROM unnest(v_ids) u(wanted)
  WHERE NOT EXISTS (SELECT 1 FROM product_variants v WHERE v.id = u.wanted);
  IF v_wrong IS NOT NULL THEN
    PERFORM refuse('DB_002', jsonb_build_object('variant_ids', v_wrong));
  END IF;
  SELECT jsonb_agg(jsonb_build_object('variant_id', v.id)) INTO v_wrong FROM product_variants v
  WHERE v.id = ANY(v_ids) AND v.stock_mode <> 'per_date';
  IF v_wrong IS NOT NULL THEN
    PERFORM refuse('STK_002', jsonb_build_object('items', v_wrong));
  END IF;

  FOR r IN
    SELECT (e->>'variant_id')::uuid AS variant_id, (e->>'weekday')::int AS weekday, (e->>'planned')::int AS planned
    FROM jsonb_array_elements(v_patterns) e
  LOOP
    SELECT planned INTO v_was FROM production_patterns WHERE variant_id = r.variant_id AND weekday = r.weekday;
    IF v_was = r.planned THEN
      CONTINUE;
    END IF;
    INSERT INTO production_patterns (variant_id, weekday, planned) VALUES (r.variant_id, r.weekday, r.planned)
    ON CONFLICT (variant_id, weekday) DO UPDATE SET planned = excluded.planned, updated_at = now();
    v_log := v_log || jsonb_build_object('variant_id', r.variant_id, 'what', 'weekday ' || r.weekday,
      'before', v_was, 'after', r.planned);
    FOR v_new IN
      UPDATE production_plans SET planned = greatest(r.planned, sold), updated_at = now()
      WHERE variant_id = r.variant_id AND on_date >= v_today AND extract(isodow FROM on_date) = r.weekday
        AND NOT is_override AND planned <> r.planned
      RETURNING *
    LOOP
      IF v_new.planned > r.planned THEN
        v_held := v_held || jsonb_build_object('variant_id', v_new.variant_id, 'on_date', v_new.on_date,
          'planned', v_new.planned, 'sold', v_new.sold);
      END IF;
    END LOOP;
  END LOOP;

  FOR r IN
    SELECT d.*, coalesce(t.planned, 0) AS usual
    FROM ROWS FROM (jsonb_to_recordset(v_days)
        AS (variant_id uuid, on_date date, planned int, resets boolean, closed boolean)) WITH ORDINALITY
      AS d(variant_id, on_date, planned, resets, closed, place)
    LEFT JOIN production_patterns t ON t.variant_id = d.variant_id AND t.weekday = extract(isodow FROM d.on_date)
    ORDER BY d.place
  LOOP
    IF r.planned IS NOT NULL OR r.closed THEN
      INSERT INTO production_plans (variant_id, on_date, planned) VALUES (r.variant_id, r.on_date, r.usual)
      ON CONFLICT DO NOTHING;
    END IF;
    SELECT * INTO v_old FROM production_plans WHERE variant_id = r.variant_id AND on_date = r.on_date;
    -- Without a row the day is its pattern and open, which is what is asked for.
    CONTINUE WHEN NOT FOUND;
    IF r.planned < v_old.sold THEN
      v_low := v_low || jsonb_build_object('variant_id', r.variant_id, 'on_date', r.on_date,
        'planned', r.planned, 'sold', v_old.sold);
      CONTINUE;
    END IF;
    UPDATE production_plans SET updated_at = now(), closed = coalesce(r.closed, closed),
      planned = CASE WHEN r.planned IS NOT NULL THEN r.planned WHEN r.resets THEN greatest(r.usual, sold) ELSE planned END,
      is_override = CASE WHEN r.planned IS NOT NULL THEN true WHEN r.resets THEN false ELSE is_override END
    WHERE variant_id = r.variant_id AND on_date = r.on_date RETURNING * INTO v_new;
    v_log := v_log || jsonb_build_object('variant_id', r.variant_id, 'what', r.on_date,
      'before', jsonb_build_object('planned', v_old.planned, 'closed', v_old.closed),
      'after', jsonb_build_object('planned', v_new.planned, 'closed', v_new.closed));
    IF r.resets AND v_new.planned > r.usual THEN
      v_held := v_held || jsonb_build_object('variant_id', r.variant_id, 'on_date', r.on_date,
        'planned', v_new.planned, 'sold', v_new.sold);
    END IF;
    IF r.closed AND v_new.sold > 0 THEN
      v_with_orders := v_with_orders || jsonb_build_object('variant_id', r.variant_id, 'on_date', r.on_date,
        'sold', v_new.sold);
    END IF;
  END LOOP;
  IF v_low <> '[]' THEN
    PERFORM refuse('CONF_002', jsonb_build_object('items', v_low));
  END IF;

  FOR r IN
    SELECT v.id, v.product_id, g.slug, jsonb_object_agg(l->>'what', l->'before') AS before,
      jsonb_object_agg(l->>'what', l->'after') AS after
    FROM jsonb_array_elements(v_log) l
    JOIN product_variants v ON v.id = (l->>'variant_id')::uuid JOIN products g ON g.id = v.product_id
    GROUP BY v.id, v.product_id, g.slug ORDER BY v.id
  LOOP
    v_changed := v_changed || jsonb_build_object('variant_id', r.id, 'product_id', r.product_id, 'slug', r.slug);
    INSERT INTO audit_log (id, actor_kind, actor_id, action, entity, entity_id, changes, request_id)
    VALUES (gen_random_uuid(), p#>>'{actor,kind}', (p#>>'{actor,id}')::uuid, 'production.set', 'variant', r.id::text,
      jsonb_build_object('before', r.before, 'after', r.after), p->>'request_id');
    PERFORM append_event('stock.changed', 'variant', r.id::text,
      jsonb_build_object('product_id', r.product_id, 'variant_id', r.id, 'stock_quantity', NULL));
  END LOOP;
  RETURN jsonb_build_object('variants', v_changed, 'held', v_held, 'closed_with_orders', v_with_orders);
END $$;
