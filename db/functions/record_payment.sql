-- Records one movement of money on an order, which staff have seen. What customers claim goes through claim_payment.
-- In: {payment {id, order_id, kind, method, amount_minor (null = all that is open), reference, note, booked_on}, confirm
-- (see confirm_prepaid) | null, actor, idempotency, version, request_id}; out: {payment_id, order_id, replayed}.
-- Refuses with DB_002, REQ_002, REQ_003, ORD_002 (cancelled order), PAY_002 (more than is open), PAY_003.
CREATE OR REPLACE FUNCTION record_payment(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  m jsonb := p->'payment';
  v_order orders;
  v_open bigint;
  v_amount bigint;
  v_first jsonb;
BEGIN
  v_first := redeem_idempotency_key(p->'idempotency',
    jsonb_build_object('payment_id', m->>'id', 'order_id', m->>'order_id'));
  IF v_first IS NOT NULL THEN
    RETURN v_first || '{"replayed": true}';
  END IF;
  SELECT * INTO v_order FROM orders WHERE id = (m->>'order_id')::uuid FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('DB_002');
  END IF;
  IF p->>'version' IS NOT NULL AND (p->>'version')::int <> v_order.version THEN
    PERFORM refuse('REQ_002', jsonb_build_object('version', v_order.version));
  END IF;

  IF m->>'kind' = 'refund' THEN
    v_open := v_order.paid_minor;
    v_amount := coalesce((m->>'amount_minor')::bigint, v_open);
    IF v_amount > v_open OR v_amount <= 0 THEN
      PERFORM refuse('PAY_003', jsonb_build_object('open', v_open / 100.0));
    END IF;
  ELSE
    IF v_order.status = 'cancelled' THEN
      PERFORM refuse('ORD_002', jsonb_build_object('from', v_order.status, 'to', 'paid'));
    END IF;
    -- What the customer has only claimed is not money yet: staff may still record what really came.
    v_open := open_amount(v_order);
    v_amount := coalesce((m->>'amount_minor')::bigint, v_open);
    IF v_amount > v_open OR v_amount <= 0 THEN
      PERFORM refuse('PAY_002', jsonb_build_object('open', greatest(v_open, 0) / 100.0));
    END IF;
  END IF;

  PERFORM write_payment(m, jsonb_build_object('entity', 'order', 'id', v_order.id, 'currency', v_order.currency,
    'method', v_order.payment_method), v_amount, p->'actor', p->>'request_id');
  IF m->>'kind' = 'charge' AND v_amount = v_open THEN
    -- Nothing is left that a claim could be about: it must not wait for somebody to reject what has arrived.
    UPDATE payments SET status = 'rejected', note = coalesce(note, 'Recorded as another payment.'), updated_at = now()
    WHERE order_id = v_order.id AND kind = 'charge' AND status = 'submitted';
  END IF;
  PERFORM settle_order_payments(v_order, p->'actor', m->>'note');
  PERFORM confirm_prepaid(v_order.id, p->'confirm', p->>'request_id');
  RETURN jsonb_build_object('payment_id', m->>'id', 'order_id', v_order.id, 'replayed', false);
END $$;
