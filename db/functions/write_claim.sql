-- Writes down that somebody says they have paid, for whatever it was; whoever calls has locked the subject.
-- In: `p` as claim_payment takes it (claim {id, amount_minor, reference}, proof, idempotency), `p_subject` {entity ("order" |
-- "booking"), id, currency, method}, `p_open` what may be charged at most and `p_default` what an unnamed amount is, in
-- minor units; out: {payment_id, is_proof_kept, is_told: there is something new to tell}.
-- One claim is open at a time. A second one adds the reference or the proof that the first came without, and is refused
-- where it says something else: nothing that somebody may be looking at is replaced.
-- Refuses with PAY_001 (another claim is open: {status, payment_id, what}), PAY_002 (more than is open).
CREATE OR REPLACE FUNCTION write_claim(p jsonb, p_subject jsonb, p_open bigint, p_default bigint)
RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  c jsonb := p->'claim';
  v_proof media := jsonb_populate_record(NULL::media, nullif(p->'proof', 'null'));
  v_id uuid := (p_subject->>'id')::uuid;
  v_entity text := p_subject->>'entity';
  v_claim payments;
  v_kept text;
  v_amount bigint;
  v_is_told boolean;
BEGIN
  SELECT * INTO v_claim FROM payments
  WHERE (order_id = v_id OR booking_id = v_id) AND kind = 'charge' AND status = 'submitted'
  ORDER BY created_at, id LIMIT 1 FOR NO KEY UPDATE;
  IF FOUND THEN
    SELECT sha256 INTO v_kept FROM media WHERE id = v_claim.proof_media_id;
    v_amount := coalesce((c->>'amount_minor')::bigint, v_claim.amount_minor);
    IF v_amount <> v_claim.amount_minor OR c->>'reference' <> v_claim.reference OR v_proof.sha256 <> v_kept THEN
      PERFORM refuse('PAY_001', jsonb_build_object('status', 'submitted', 'payment_id', v_claim.id,
        'what', CASE WHEN v_amount <> v_claim.amount_minor THEN 'amount'
          WHEN c->>'reference' <> v_claim.reference THEN 'reference' ELSE 'proof' END));
    END IF;
    UPDATE idempotency_keys SET result = jsonb_build_object('payment_id', v_claim.id, v_entity || '_id', v_id)
    WHERE scope = p#>>'{idempotency,scope}' AND key = p#>>'{idempotency,key}';
    IF v_kept IS NOT NULL THEN
      -- The same picture once more.
      v_proof := NULL;
    END IF;
    v_is_told := v_proof.id IS NOT NULL OR (c->>'reference' IS NOT NULL AND v_claim.reference IS NULL);
    IF v_is_told THEN
      IF v_proof.id IS NOT NULL THEN
        INSERT INTO media SELECT v_proof.*;
      END IF;
      UPDATE payments SET reference = coalesce(reference, c->>'reference'),
        proof_media_id = coalesce(proof_media_id, v_proof.id), updated_at = now() WHERE id = v_claim.id;
    END IF;
    RETURN jsonb_build_object('payment_id', v_claim.id, 'is_proof_kept', v_proof.id IS NOT NULL, 'is_told', v_is_told);
  END IF;

  v_amount := coalesce((c->>'amount_minor')::bigint, p_default);
  IF v_amount > p_open OR v_amount <= 0 THEN
    PERFORM refuse('PAY_002', jsonb_build_object('open', greatest(p_open, 0) / 100.0));
  END IF;
  IF v_proof.id IS NOT NULL THEN
    INSERT INTO media SELECT v_proof.*;
  END IF;
  INSERT INTO payments (id, order_id, booking_id, kind, method, amount_minor, currency, status, reference, proof_media_id)
  VALUES ((c->>'id')::uuid, CASE WHEN v_entity = 'order' THEN v_id END, CASE WHEN v_entity = 'booking' THEN v_id END,
    'charge', p_subject->>'method', v_amount, p_subject->>'currency', 'submitted', c->>'reference', v_proof.id);
  RETURN jsonb_build_object('payment_id', c->>'id', 'is_proof_kept', v_proof.id IS NOT NULL, 'is_told', true);
END $$;
