-- The price of a product is that of its first variant. The product is locked before it is looked for: of two who change
-- variants of one product the second sees what the first wrote.
CREATE FUNCTION keep_product_price() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_product_id uuid;
BEGIN
  FOR v_product_id IN
    SELECT id FROM products WHERE id IN (OLD.product_id, NEW.product_id) ORDER BY id FOR NO KEY UPDATE
  LOOP
    UPDATE products p SET price_minor = f.price_minor
    FROM (SELECT (SELECT v.price_minor FROM product_variants v
      WHERE v.product_id = v_product_id AND v.archived_at IS NULL ORDER BY v.position, v.id LIMIT 1) AS price_minor) f
    WHERE p.id = v_product_id AND p.price_minor IS DISTINCT FROM f.price_minor;
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
UPDATE products p SET price_minor = (
  SELECT v.price_minor FROM product_variants v
  WHERE v.product_id = p.id AND v.archived_at IS NULL ORDER BY v.position, v.id LIMIT 1);
--> statement-breakpoint
CREATE TRIGGER product_variants_price AFTER INSERT OR DELETE OR UPDATE OF product_id, price_minor, position, archived_at
  ON product_variants FOR EACH ROW EXECUTE FUNCTION keep_product_price();
--> statement-breakpoint
-- What a category has is the sum of its rows, so nobody waits: whoever writes takes along the rows that nobody else holds
-- and leaves one in their place; what another transaction still holds is taken along by the next.
CREATE FUNCTION keep_category_counts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_changed uuid[];
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    DELETE FROM category_counts;
    RETURN NULL;
  ELSIF TG_OP = 'INSERT' THEN
    WITH added AS (
      INSERT INTO category_counts (category_id, products, on_sale)
      SELECT category_id, count(*), count(*) FILTER (WHERE active)
      FROM come WHERE archived_at IS NULL GROUP BY category_id RETURNING category_id)
    SELECT array_agg(category_id) INTO v_changed FROM added;
  ELSIF TG_OP = 'DELETE' THEN
    WITH added AS (
      INSERT INTO category_counts (category_id, products, on_sale)
      SELECT category_id, -count(*), -count(*) FILTER (WHERE active)
      FROM gone WHERE archived_at IS NULL GROUP BY category_id RETURNING category_id)
    SELECT array_agg(category_id) INTO v_changed FROM added;
  ELSE
    WITH added AS (
      INSERT INTO category_counts (category_id, products, on_sale)
      SELECT category_id, sum(sign), coalesce(sum(sign) FILTER (WHERE active), 0)
      FROM (
        SELECT category_id, active, 1 AS sign FROM come WHERE archived_at IS NULL
        UNION ALL SELECT category_id, active, -1 FROM gone WHERE archived_at IS NULL) c
      GROUP BY category_id
      HAVING sum(sign) <> 0 OR sum(sign) FILTER (WHERE active) <> 0 RETURNING category_id)
    SELECT array_agg(category_id) INTO v_changed FROM added;
  END IF;
  IF v_changed IS NULL THEN
    RETURN NULL;
  END IF;
  WITH free AS (
    SELECT id FROM category_counts WHERE category_id = ANY (v_changed) FOR UPDATE SKIP LOCKED
  ), taken AS (
    DELETE FROM category_counts c USING free WHERE c.id = free.id RETURNING c.category_id, c.products, c.on_sale)
  INSERT INTO category_counts (category_id, products, on_sale)
  SELECT category_id, sum(products), sum(on_sale) FROM taken GROUP BY category_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER products_counted_new AFTER INSERT ON products REFERENCING NEW TABLE AS come
  FOR EACH STATEMENT EXECUTE FUNCTION keep_category_counts();
--> statement-breakpoint
CREATE TRIGGER products_counted_changed AFTER UPDATE ON products REFERENCING OLD TABLE AS gone NEW TABLE AS come
  FOR EACH STATEMENT EXECUTE FUNCTION keep_category_counts();
--> statement-breakpoint
CREATE TRIGGER products_counted_gone AFTER DELETE ON products REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION keep_category_counts();
--> statement-breakpoint
CREATE TRIGGER products_counted_none AFTER TRUNCATE ON products
  FOR EACH STATEMENT EXECUTE FUNCTION keep_category_counts();
--> statement-breakpoint
INSERT INTO category_counts (category_id, products, on_sale)
SELECT category_id, count(*), count(*) FILTER (WHERE active) FROM products
WHERE archived_at IS NULL AND NOT EXISTS (SELECT FROM category_counts) GROUP BY category_id;
