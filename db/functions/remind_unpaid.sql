-- Says once per order that its payment is due: a line of its timeline, by which it is known, and an event.
-- In: {order_ids, now}; out: {reminded (how many)}. Whoever holds an order is changing it: the next round asks again.
CREATE OR REPLACE FUNCTION remind_unpaid(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_id uuid;
  v_order orders;
  v_reminded int := 0;
BEGIN
  FOR v_id IN SELECT value::uuid FROM jsonb_array_elements_text(p->'order_ids') ORDER BY 1 LOOP
    SELECT * INTO v_order FROM orders
    WHERE id = v_id AND status = 'pending' AND payment_status = 'unpaid'
      AND payment_due_at > (p->>'now')::timestamptz
    FOR NO KEY UPDATE SKIP LOCKED;
    CONTINUE WHEN NOT FOUND;
    -- A statement of its own: it sees what another worker committed while this one waited.
    CONTINUE WHEN EXISTS (
      SELECT 1 FROM order_events WHERE order_id = v_id AND axis = 'payment' AND to_status = 'reminded');
    INSERT INTO order_events (id, order_id, axis, from_status, to_status, actor_kind, at)
    VALUES (gen_random_uuid(), v_id, 'payment', v_order.payment_status, 'reminded', 'system', (p->>'now')::timestamptz);
    PERFORM append_event('payment.due', 'order', v_id::text, jsonb_build_object(
      'order_id', v_id, 'order_number', v_order.order_number, 'due_minor', v_order.total_minor - v_order.paid_minor,
      'payment_due_at', v_order.payment_due_at));
    v_reminded := v_reminded + 1;
  END LOOP;
  RETURN jsonb_build_object('reminded', v_reminded);
END $$;
