-- What an order says about its customer's phone: that it was proven, or that the shop has to call first.
-- In: {customer_phone, verified_at, call_back, source} of an order. Before the counter of the day is taken: it locks
-- what customers are made under.
CREATE OR REPLACE FUNCTION mark_customer_of_order(o jsonb, p_customer_id uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF o->>'verified_at' IS NOT NULL THEN
    PERFORM verify_customer_phone(o->>'customer_phone', (o->>'verified_at')::timestamptz, o#>>'{source,request_id}');
  ELSIF (o->>'call_back')::boolean THEN
    UPDATE customers SET flags = array_append(flags, 'call_back'), updated_at = now()
    WHERE id = p_customer_id AND NOT 'call_back' = ANY (flags);
  END IF;
END $$;
