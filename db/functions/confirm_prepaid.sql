-- Accepts a pending order once it is paid ahead, by the same step as everywhere and inside the caller's statement.
-- `p_confirm` {methods, paths, now}: ways that are paid ahead, and the walk to "confirmed"; NULL asks for nothing.
CREATE OR REPLACE FUNCTION confirm_prepaid(p_order_id uuid, p_confirm jsonb, p_request_id text)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM orders WHERE id = p_order_id AND status = 'pending' AND payment_status = 'paid'
      AND (payment_due_at IS NOT NULL OR p_confirm->'methods' ? payment_method)
  ) AND p_confirm->'paths' ? 'pending' THEN
    PERFORM move_order(jsonb_build_object('order_id', p_order_id, 'to', 'confirmed', 'paths', p_confirm->'paths',
      'actor', '{"kind": "system", "id": null}'::jsonb, 'now', p_confirm->>'now', 'request_id', p_request_id));
  END IF;
END $$;
