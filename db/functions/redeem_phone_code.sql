-- Judges one guess at the newest code of a phone and opens the session that a right one is good for.
-- In: {phone, purpose, code_hash, now, request_id, session: {token_hash, name, user_agent, ip_hash, expires_at}};
-- out: {outcome: "right", session_id, channel} | {outcome: "wrong", tries_left} | {outcome: "gone"}.
-- A wrong guess is answered and not refused: a refusal would take back its count.
CREATE OR REPLACE FUNCTION redeem_phone_code(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v phone_verifications;
  v_now timestamptz := (p->>'now')::timestamptz;
BEGIN
  -- The row is the queue: guesses at the same moment are judged one after the other, and the sixth is not.
  SELECT * INTO v FROM phone_verifications
  WHERE phone = p->>'phone' AND purpose = p->>'purpose' AND code_hash <> ''
  ORDER BY created_at DESC, id DESC LIMIT 1 FOR UPDATE;
  IF NOT FOUND OR v.confirmed_at IS NOT NULL OR v.expires_at <= v_now OR v.attempts >= 5 THEN
    RETURN '{"outcome": "gone"}';
  END IF;
  -- Digests of keyed digests: how long this takes says nothing that anybody could steer.
  IF sha256(convert_to(v.code_hash || v.id, 'UTF8')) <> sha256(convert_to((p->>'code_hash') || v.id, 'UTF8')) THEN
    UPDATE phone_verifications SET attempts = attempts + 1, updated_at = now() WHERE id = v.id;
    RETURN jsonb_build_object('outcome', 'wrong', 'tries_left', 4 - v.attempts);
  END IF;
  UPDATE phone_verifications SET confirmed_at = v_now, updated_at = now() WHERE id = v.id;

  -- The session has the id of what it was opened by, and a phone only when the code went to that phone.
  INSERT INTO auth_sessions (id, kind, phone, name, refresh_hash, user_agent, ip_hash, expires_at, created_at)
  VALUES (v.id, 'customer', CASE WHEN v.channel <> 'email' THEN v.phone END, p#>>'{session,name}',
    p#>>'{session,token_hash}', p#>>'{session,user_agent}', p#>>'{session,ip_hash}',
    (p#>>'{session,expires_at}')::timestamptz, v_now);
  IF v.channel <> 'email' THEN
    PERFORM verify_customer_phone(v.phone, v_now, p->>'request_id');
  END IF;
  RETURN jsonb_build_object('outcome', 'right', 'session_id', v.id, 'channel', v.channel);
END $$;
