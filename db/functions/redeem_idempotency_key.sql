-- Claims {scope, key, hash} for `p_result`, or answers the result of the first success under that key.
-- A twin still in flight makes the insert wait on the index until `lock_timeout` (REQ_004).
CREATE OR REPLACE FUNCTION redeem_idempotency_key(p_claim jsonb, p_result jsonb)
RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_found idempotency_keys;
BEGIN
  IF p_claim IS NULL OR p_claim = 'null' THEN
    RETURN NULL;
  END IF;
  LOOP
    BEGIN
      INSERT INTO idempotency_keys (scope, key, request_hash, result, expires_at)
      VALUES (p_claim->>'scope', p_claim->>'key', p_claim->>'hash', p_result, now() + interval '24 hours')
      ON CONFLICT (scope, key) DO NOTHING;
    EXCEPTION WHEN lock_not_available THEN
      PERFORM refuse('REQ_004');
    END;
    IF FOUND THEN
      RETURN NULL;
    END IF;
    SELECT * INTO v_found FROM idempotency_keys
    WHERE scope = p_claim->>'scope' AND key = p_claim->>'key' FOR UPDATE;
    IF NOT FOUND THEN
      CONTINUE; -- swept between the two statements: claim it again
    END IF;
    IF v_found.expires_at <= now() THEN
      DELETE FROM idempotency_keys WHERE scope = v_found.scope AND key = v_found.key;
      CONTINUE;
    END IF;
    IF v_found.request_hash <> p_claim->>'hash' THEN
      PERFORM refuse('REQ_003');
    END IF;
    RETURN v_found.result;
  END LOOP;
END $$;
