-- Derives paid_minor and payment_status of a locked order from its payments, and tells the timeline.
CREATE OR REPLACE FUNCTION settle_order_payments(p_order orders, p_actor jsonb, p_note text)
RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  v_charged bigint;
  v_refunded bigint;
  v_claimed bigint;
  v_status text;
BEGIN
  SELECT coalesce(sum(amount_minor) FILTER (WHERE kind = 'charge' AND status = 'confirmed'), 0),
    coalesce(sum(amount_minor) FILTER (WHERE kind = 'refund' AND status = 'confirmed'), 0),
    coalesce(sum(amount_minor) FILTER (WHERE kind = 'charge' AND status = 'submitted'), 0)
  INTO v_charged, v_refunded, v_claimed FROM payments WHERE order_id = p_order.id;

  v_status := CASE
    WHEN v_refunded > 0 AND v_refunded >= v_charged THEN 'refunded'
    WHEN v_refunded > 0 THEN 'partially_refunded'
    WHEN v_charged >= p_order.total_minor THEN 'paid'
    WHEN v_charged > 0 THEN 'partially_paid'
    WHEN v_claimed > 0 THEN 'submitted'
    ELSE 'unpaid'
  END;
  UPDATE orders SET paid_minor = v_charged - v_refunded, payment_status = v_status, version = version + 1,
    updated_at = now() WHERE id = p_order.id;
  INSERT INTO order_events (id, order_id, axis, from_status, to_status, actor_kind, actor_id, note, at)
  VALUES (gen_random_uuid(), p_order.id, 'payment', p_order.payment_status, v_status, p_actor->>'kind',
    (p_actor->>'id')::uuid, p_note, clock_timestamp());
  PERFORM append_event('payment.changed', 'order', p_order.id::text, jsonb_build_object(
    'order_id', p_order.id, 'order_number', p_order.order_number, 'status', p_order.status,
    'payment_status', v_status, 'paid_minor', v_charged - v_refunded));
  RETURN v_status;
END $$;
