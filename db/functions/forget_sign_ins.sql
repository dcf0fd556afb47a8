-- Forgets who signed in when, and who failed to, once it is older than `before`; the rest of the history stays.
-- In: {before, limit}; out: {forgotten}.
CREATE OR REPLACE FUNCTION forget_sign_ins(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_count int;
BEGIN
  PERFORM set_config('barrow.erasing', 'on', true);
  DELETE FROM audit_log WHERE id IN (
    SELECT id FROM audit_log
    WHERE at < (p->>'before')::timestamptz AND action IN ('user.signed_in', 'user.sign_in_failed')
    ORDER BY at LIMIT (p->>'limit')::int);
  GET DIAGNOSTICS v_count = ROW_COUNT;
  PERFORM set_config('barrow.erasing', '', true);
  RETURN jsonb_build_object('forgotten', v_count);
END $$;
