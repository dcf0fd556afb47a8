-- The customer on file under a phone is now known to be its owner; a login that merely claims the number is nobody.
-- One customer is verified per phone: with one already, or with none on file, nothing changes.
CREATE OR REPLACE FUNCTION verify_customer_phone(p_phone text, p_at timestamptz, p_request_id text)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_id uuid;
BEGIN
  -- The same lock as where customers are made: one phone is one person.
  PERFORM pg_advisory_xact_lock(hashtextextended(p_phone, 7));
  -- Whom an order by this phone goes to as well; see customer_of_guest.
  SELECT id INTO v_id FROM customers
  WHERE phone = p_phone AND archived_at IS NULL AND (user_id IS NULL OR phone_verified_at IS NOT NULL)
  ORDER BY phone_verified_at NULLS LAST, created_at LIMIT 1;
  UPDATE customers SET phone_verified_at = p_at, updated_at = now() WHERE id = v_id AND phone_verified_at IS NULL;
  IF FOUND THEN
    INSERT INTO audit_log (id, actor_kind, action, entity, entity_id, request_id)
    VALUES (gen_random_uuid(), 'customer', 'customer.phone_verified', 'customer', v_id::text, p_request_id);
  END IF;
END $$;
