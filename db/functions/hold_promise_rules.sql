-- Holds what promises are computed from still until the end of the transaction, and refuses with REQ_002 when it is no
-- longer the version that the caller computed with. NULL asks for nothing: no promise was computed.
CREATE OR REPLACE FUNCTION hold_promise_rules(p_version bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF p_version IS NULL THEN
    RETURN;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('promise_rules', 7));
  IF p_version <> (SELECT version FROM promise_rules) THEN
    PERFORM refuse('REQ_002', '{"what": "promise"}');
  END IF;
END $$;
