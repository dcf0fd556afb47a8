-- Writes down money that staff have seen, for whatever it was paid: the row and who recorded it.
-- `m` is the payment as record_payment takes it; `p_subject` {entity ("order" | "booking"), id, currency, method (what it
-- is where none was named)}.
CREATE OR REPLACE FUNCTION write_payment(m jsonb, p_subject jsonb, p_amount bigint, p_actor jsonb, p_request_id text)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_user_id uuid := CASE WHEN p_actor->>'kind' = 'staff' THEN (p_actor->>'id')::uuid END;
  v_id uuid := (p_subject->>'id')::uuid;
  v_method text := coalesce(m->>'method', p_subject->>'method');
BEGIN
  INSERT INTO payments (id, order_id, booking_id, kind, method, amount_minor, currency, status, reference, recorded_by,
    confirmed_by, note, booked_on)
  VALUES ((m->>'id')::uuid, CASE WHEN p_subject->>'entity' = 'order' THEN v_id END,
    CASE WHEN p_subject->>'entity' = 'booking' THEN v_id END, m->>'kind', v_method, p_amount, p_subject->>'currency',
    'confirmed', m->>'reference', v_user_id, v_user_id, m->>'note', (m->>'booked_on')::date);
  IF v_user_id IS NOT NULL THEN
    INSERT INTO audit_log (id, actor_kind, actor_id, action, entity, entity_id, changes, request_id)
    VALUES (gen_random_uuid(), 'staff', v_user_id, 'payment.recorded', p_subject->>'entity', v_id::text,
      jsonb_build_object('after', jsonb_build_object('kind', m->>'kind', 'method', v_method, 'amount_minor', p_amount,
        'status', 'confirmed')), p_request_id);
  END IF;
END $$;
