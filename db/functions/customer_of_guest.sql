-- The customer behind an order without a login, by phone; makes one when there is none.
-- In: {customer_phone, customer_name, customer_email, locale, new_customer_id}.
CREATE OR REPLACE FUNCTION customer_of_guest(o jsonb) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  v_id uuid;
BEGIN
  FOR attempt IN 1..2 LOOP
    -- A guest's phone is not proven: never attach the order to somebody's login.
    SELECT id INTO v_id FROM customers
    WHERE phone = o->>'customer_phone' AND user_id IS NULL AND archived_at IS NULL
    ORDER BY phone_verified_at NULLS LAST, created_at LIMIT 1;
    IF FOUND THEN
      RETURN v_id;
    END IF;
    -- Two first orders of one phone must not make two people: wait for the other, then look again.
    PERFORM pg_advisory_xact_lock(hashtextextended(o->>'customer_phone', 7));
  END LOOP;

  INSERT INTO customers (id, name, phone, email, locale)
  VALUES ((o->>'new_customer_id')::uuid, o->>'customer_name', o->>'customer_phone', (o->>'customer_email')::citext,
    o->>'locale')
  ON CONFLICT DO NOTHING RETURNING id INTO v_id;
  IF v_id IS NULL THEN
    -- Another customer has this address: it stays on the order only.
    INSERT INTO customers (id, name, phone, locale)
    VALUES ((o->>'new_customer_id')::uuid, o->>'customer_name', o->>'customer_phone', o->>'locale')
    RETURNING id INTO v_id;
  END IF;
  RETURN v_id;
END $$;
