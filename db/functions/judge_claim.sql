-- Confirms or rejects a payment that was claimed; whoever calls has locked its order or booking (`p_entity`, `p_id`).
-- In: `p` as settle_payment takes it, `p_open` what may be charged at most, in minor units; out: the payment as it was.
-- Refuses with PAY_001 (already settled), PAY_002 (more than is open).
CREATE OR REPLACE FUNCTION judge_claim(p jsonb, p_entity text, p_id uuid, p_open bigint) RETURNS payments
LANGUAGE plpgsql AS $$
DECLARE
  v_payment payments;
  v_user_id uuid := (p#>>'{actor,id}')::uuid;
BEGIN
  SELECT * INTO v_payment FROM payments WHERE id = (p->>'payment_id')::uuid FOR NO KEY UPDATE;
  IF v_payment.status <> 'submitted' THEN
    PERFORM refuse('PAY_001', jsonb_build_object('status', v_payment.status));
  END IF;
  IF p->>'to' = 'confirmed' AND v_payment.kind = 'charge' AND v_payment.amount_minor > p_open THEN
    PERFORM refuse('PAY_002', jsonb_build_object('open', greatest(p_open, 0) / 100.0));
  END IF;
  UPDATE payments SET status = p->>'to', note = coalesce(p->>'note', note), updated_at = now(),
    confirmed_by = CASE WHEN p->>'to' = 'confirmed' THEN v_user_id END,
    booked_on = CASE WHEN p->>'to' = 'confirmed' THEN (p->>'booked_on')::date END
  WHERE id = v_payment.id;
  INSERT INTO audit_log (id, actor_kind, actor_id, action, entity, entity_id, changes, request_id)
  VALUES (gen_random_uuid(), 'staff', v_user_id, 'payment.' || (p->>'to'), p_entity, p_id::text,
    jsonb_build_object('before', jsonb_build_object('status', v_payment.status),
      'after', jsonb_build_object('payment_id', v_payment.id, 'status', p->>'to')), p->>'request_id');
  RETURN v_payment;
END $$;
