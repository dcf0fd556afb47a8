-- Confirms or rejects a payment that the customer claimed.
-- In: {payment_id, to ("confirmed" | "rejected"), note, booked_on, payment_due_at (after a rejection: not before this,
-- and never after the slot begins) | null, confirm (see confirm_prepaid) | null, actor, request_id};
-- out: {payment_id, order_id}.
-- Refuses with DB_002, PAY_001 (already settled), PAY_002 (more than is open).
CREATE OR REPLACE FUNCTION settle_payment(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_payment payments;
  v_order orders;
  v_open bigint;
  v_user_id uuid := (p#>>'{actor,id}')::uuid;
BEGIN
  SELECT * INTO v_payment FROM payments WHERE id = (p->>'payment_id')::uuid;
  IF NOT FOUND OR v_payment.order_id IS NULL THEN
    PERFORM refuse('DB_002');
  END IF;
  -- The order first, as everywhere: whoever holds the order decides about its money.
  SELECT * INTO v_order FROM orders WHERE id = v_payment.order_id FOR NO KEY UPDATE;
  SELECT * INTO v_payment FROM payments WHERE id = v_payment.id FOR NO KEY UPDATE;
  IF v_payment.status <> 'submitted' THEN
    PERFORM refuse('PAY_001', jsonb_build_object('status', v_payment.status));
  END IF;
  IF p->>'to' = 'confirmed' AND v_payment.kind = 'charge' THEN
    v_open := open_amount(v_order);
    IF v_payment.amount_minor > v_open THEN
      PERFORM refuse('PAY_002', jsonb_build_object('open', greatest(v_open, 0) / 100.0));
    END IF;
  END IF;
  UPDATE payments SET status = p->>'to', note = coalesce(p->>'note', note), updated_at = now(),
    confirmed_by = CASE WHEN p->>'to' = 'confirmed' THEN v_user_id END,
    booked_on = CASE WHEN p->>'to' = 'confirmed' THEN (p->>'booked_on')::date END
  WHERE id = v_payment.id;
  PERFORM settle_order_payments(v_order, p->'actor', p->>'note');
  IF p->>'to' = 'rejected' AND p->>'payment_due_at' IS NOT NULL THEN
    UPDATE orders SET payment_due_at = greatest(payment_due_at,
      least((p->>'payment_due_at')::timestamptz, coalesce(slot_starts_at, 'infinity')))
    WHERE id = v_order.id AND status = 'pending' AND payment_due_at IS NOT NULL;
  END IF;
  INSERT INTO audit_log (id, actor_kind, actor_id, action, entity, entity_id, changes, request_id)
  VALUES (gen_random_uuid(), 'staff', v_user_id, 'payment.' || (p->>'to'), 'order', v_order.id::text,
    jsonb_build_object('before', jsonb_build_object('status', v_payment.status),
      'after', jsonb_build_object('payment_id', v_payment.id, 'status', p->>'to')), p->>'request_id');
  PERFORM confirm_prepaid(v_order.id, p->'confirm', p->>'request_id');
  RETURN jsonb_build_object('payment_id', v_payment.id, 'order_id', v_order.id);
END $$;
