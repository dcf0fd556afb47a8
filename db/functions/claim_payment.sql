-- The customer says that an order is paid, with or without a proof (see write_claim).
-- In: {claim {id, order_id, amount_minor (null = all that is open), reference}, proof (a row of media) | null, actor,
-- idempotency}; out: {payment_id, order_id, is_proof_kept, replayed}.
-- Refuses with DB_002, REQ_003, ORD_002 (cancelled order), PAY_001, PAY_002.
CREATE OR REPLACE FUNCTION claim_payment(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  c jsonb := p->'claim';
  v_order orders;
  v_open bigint;
  v_claim jsonb;
  v_first jsonb;
BEGIN
  v_first := redeem_idempotency_key(p->'idempotency',
    jsonb_build_object('payment_id', c->>'id', 'order_id', c->>'order_id'));
  IF v_first IS NOT NULL THEN
    RETURN v_first || '{"replayed": true, "is_proof_kept": false}';
  END IF;
  SELECT * INTO v_order FROM orders WHERE id = (c->>'order_id')::uuid FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('DB_002');
  END IF;
  IF v_order.status = 'cancelled' THEN
    PERFORM refuse('ORD_002', jsonb_build_object('from', v_order.status, 'to', 'paid'));
  END IF;
  v_open := open_amount(v_order);
  v_claim := write_claim(p, jsonb_build_object('entity', 'order', 'id', v_order.id, 'currency', v_order.currency,
    'method', v_order.payment_method), v_open, v_open);
  IF (v_claim->>'is_told')::boolean THEN
    PERFORM settle_order_payments(v_order, p->'actor', NULL);
  END IF;
  RETURN v_claim || jsonb_build_object('order_id', v_order.id, 'replayed', false);
END $$;
