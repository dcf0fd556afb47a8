-- The customer says that an order is paid, with or without a proof.
-- In: {claim {id, order_id, amount_minor (null = all that is open), reference}, proof (a row of media) | null, actor,
-- idempotency}; out: {payment_id, order_id, is_proof_kept, replayed}.
-- One claim is open at a time. A second one adds the reference or the proof that the first came without, and is refused
-- where it says something else: nothing that somebody may be looking at is replaced.
-- Refuses with DB_002, REQ_003, ORD_002 (cancelled order), PAY_001 (another claim is open: {status, payment_id, what}),
-- PAY_002 (more than is open).
CREATE OR REPLACE FUNCTION claim_payment(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  c jsonb := p->'claim';
  v_proof media := jsonb_populate_record(NULL::media, nullif(p->'proof', 'null'));
  v_order orders;
  v_claim payments;
  v_kept text;
  v_open bigint;
  v_amount bigint;
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

  SELECT * INTO v_claim FROM payments
  WHERE order_id = v_order.id AND kind = 'charge' AND status = 'submitted' ORDER BY created_at, id LIMIT 1
  FOR NO KEY UPDATE;
  IF FOUND THEN
    SELECT sha256 INTO v_kept FROM media WHERE id = v_claim.proof_media_id;
    v_amount := coalesce((c->>'amount_minor')::bigint, v_claim.amount_minor);
    IF v_amount <> v_claim.amount_minor OR c->>'reference' <> v_claim.reference OR v_proof.sha256 <> v_kept THEN
      PERFORM refuse('PAY_001', jsonb_build_object('status', 'submitted', 'payment_id', v_claim.id,
        'what', CASE WHEN v_amount <> v_claim.amount_minor THEN 'amount'
          WHEN c->>'reference' <> v_claim.reference THEN 'reference' ELSE 'proof' END));
    END IF;
    UPDATE idempotency_keys SET result = jsonb_build_object('payment_id', v_claim.id, 'order_id', v_order.id)
    WHERE scope = p#>>'{idempotency,scope}' AND key = p#>>'{idempotency,key}';
    IF v_kept IS NOT NULL THEN
      -- The same picture once more.
      v_proof := NULL;
    END IF;
    IF v_proof.id IS NOT NULL OR (c->>'reference' IS NOT NULL AND v_claim.reference IS NULL) THEN
      IF v_proof.id IS NOT NULL THEN
        INSERT INTO media SELECT v_proof.*;
      END IF;
      UPDATE payments SET reference = coalesce(reference, c->>'reference'),
        proof_media_id = coalesce(proof_media_id, v_proof.id), updated_at = now() WHERE id = v_claim.id;
      PERFORM settle_order_payments(v_order, p->'actor', NULL);
    END IF;
    RETURN jsonb_build_object('payment_id', v_claim.id, 'order_id', v_order.id,
      'is_proof_kept', v_proof.id IS NOT NULL, 'replayed', false);
  END IF;

  v_open := open_amount(v_order);
  v_amount := coalesce((c->>'amount_minor')::bigint, v_open);
  IF v_amount > v_open OR v_amount <= 0 THEN
    PERFORM refuse('PAY_002', jsonb_build_object('open', greatest(v_open, 0) / 100.0));
  END IF;
  IF v_proof.id IS NOT NULL THEN
    INSERT INTO media SELECT v_proof.*;
  END IF;
  INSERT INTO payments (id, order_id, kind, method, amount_minor, currency, status, reference, proof_media_id)
  VALUES ((c->>'id')::uuid, v_order.id, 'charge', v_order.payment_method, v_amount, v_order.currency, 'submitted',
    c->>'reference', v_proof.id);
  PERFORM settle_order_payments(v_order, p->'actor', NULL);
  RETURN jsonb_build_object('payment_id', c->>'id', 'order_id', v_order.id,
    'is_proof_kept', v_proof.id IS NOT NULL, 'replayed', false);
END $$;
