-- Confirms or rejects a payment that the customer claimed.
-- In: {payment_id, to ("confirmed" | "rejected"), note, booked_on, payment_due_at (after a rejection: not before this,
-- and never after the slot begins) | null, confirm (see confirm_prepaid) | null, actor, request_id};
-- out: {payment_id, order_id}.
-- Refuses with DB_002, PAY_001 (already settled), PAY_002 (more than is open).
CREATE OR REPLACE FUNCTION settle_payment(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_order orders;
  v_payment payments;
BEGIN
  -- The order first, as everywhere: whoever holds the order decides about its money.
  SELECT * INTO v_order FROM orders
  WHERE id = (SELECT order_id FROM payments WHERE id = (p->>'payment_id')::uuid) FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('DB_002');
  END IF;
  v_payment := judge_claim(p, 'order', v_order.id, open_amount(v_order));
  PERFORM settle_order_payments(v_order, p->'actor', p->>'note');
  IF p->>'to' = 'rejected' AND p->>'payment_due_at' IS NOT NULL THEN
    UPDATE orders SET payment_due_at = greatest(payment_due_at,
      least((p->>'payment_due_at')::timestamptz, coalesce(slot_starts_at, 'infinity')))
    WHERE id = v_order.id AND status = 'pending' AND payment_due_at IS NOT NULL;
  END IF;
  PERFORM confirm_prepaid(v_order.id, p->'confirm', p->>'request_id');
  RETURN jsonb_build_object('payment_id', v_payment.id, 'order_id', v_order.id);
END $$;
