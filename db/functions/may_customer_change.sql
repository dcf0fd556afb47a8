-- Whether the customer may still change or cancel a locked order: until the cut-off of its slot, while the shop has not
-- begun with it. Without a slot there is no cut-off to go by: then until the shop has confirmed (lib/orders/rules.ts).
CREATE OR REPLACE FUNCTION may_customer_change(p_order orders, p_now timestamptz) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF p_order.slot_id IS NULL THEN
    RETURN p_order.status = 'pending';
  END IF;
  RETURN p_order.status IN ('pending', 'confirmed')
    AND p_now < (SELECT cutoff_at FROM slots WHERE id = p_order.slot_id);
END $$;
