-- Appends one message to a talk: its number, the unread counts, the state and the event in one statement.
-- In: {session_id, message {id, sender_type, sender_id | null, message, client_id}, now};
-- out: {seq, status, replayed}. The same client_id again is the same message and changes nothing.
-- Refuses with DB_002, CHAT_001 (the talk was blocked).
CREATE OR REPLACE FUNCTION append_chat_message(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  m jsonb := p->'message';
  v chat_sessions;
  v_now timestamptz := (p->>'now')::timestamptz;
  v_by text := m->>'sender_type';
  v_status text;
  v_first int;
BEGIN
  -- The row is the queue: two messages at the same moment get two numbers.
  SELECT * INTO v FROM chat_sessions WHERE id = (p->>'session_id')::uuid FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('DB_002');
  END IF;
  SELECT seq INTO v_first FROM chat_messages WHERE chat_session_id = v.id AND client_id = m->>'client_id';
  IF FOUND THEN
    RETURN jsonb_build_object('seq', v_first, 'status', v.status, 'replayed', true);
  END IF;
  IF v.status = 'blocked' THEN
    PERFORM refuse('CHAT_001', jsonb_build_object('status', v.status));
  END IF;
  INSERT INTO chat_messages (id, chat_session_id, seq, sender_type, sender_id, message, client_id, at)
  VALUES ((m->>'id')::uuid, v.id, v.last_seq + 1, v_by, (m->>'sender_id')::uuid, m->>'message', m->>'client_id', v_now);
  -- Who wrote last decides: a visitor waits, an answer of staff opens. A rule's answer leaves the question to a person.
  v_status := CASE v_by WHEN 'visitor' THEN 'waiting' WHEN 'staff' THEN 'open' ELSE v.status END;
  UPDATE chat_sessions SET
    last_seq = v.last_seq + 1,
    last_message_at = greatest(v_now, last_message_at),
    status = v_status,
    unread_staff = CASE v_by WHEN 'visitor' THEN unread_staff + 1 WHEN 'staff' THEN 0 ELSE unread_staff END,
    unread_visitor = CASE v_by WHEN 'visitor' THEN 0 ELSE unread_visitor + 1 END,
    assigned_to = CASE v_by WHEN 'staff' THEN coalesce(assigned_to, (m->>'sender_id')::uuid) ELSE assigned_to END,
    updated_at = now()
  WHERE id = v.id;
  PERFORM append_event('chat.message', 'chat', v.id::text,
    jsonb_build_object('session_id', v.id, 'seq', v.last_seq + 1, 'sender_type', v_by));
  RETURN jsonb_build_object('seq', v.last_seq + 1, 'status', v_status, 'replayed', false);
END $$;
