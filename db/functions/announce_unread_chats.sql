-- Says once per unread message that nobody has read it: to a visitor who left an address and whom somebody answered, and
-- to the staff. In: {before (the newest word must be as old as this), limit}; out: {announced (how many)}.
-- Whoever holds a talk is writing in it: the next round asks again.
CREATE OR REPLACE FUNCTION announce_unread_chats(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v chat_sessions;
  v_announced int := 0;
BEGIN
  FOR v IN
    SELECT * FROM chat_sessions
    WHERE (unread_staff > 0 OR unread_visitor > 0) AND last_message_at <= (p->>'before')::timestamptz
      AND status <> 'blocked' AND (alarmed_seq < last_seq OR mailed_seq < last_seq)
    ORDER BY last_message_at LIMIT (p->>'limit')::int FOR NO KEY UPDATE SKIP LOCKED
  LOOP
    IF v.unread_staff > 0 AND v.alarmed_seq < v.last_seq THEN
      PERFORM append_event('chat.unread', 'chat', v.id::text,
        jsonb_build_object('session_id', v.id, 'reader', 'staff', 'after', v.alarmed_seq));
      v_announced := v_announced + 1;
    END IF;
    IF v.unread_visitor > 0 AND v.visitor_email IS NOT NULL AND EXISTS (
      SELECT 1 FROM chat_messages WHERE chat_session_id = v.id AND seq > v.mailed_seq AND sender_type = 'staff')
    THEN
      PERFORM append_event('chat.unread', 'chat', v.id::text,
        jsonb_build_object('session_id', v.id, 'reader', 'visitor', 'after', v.mailed_seq));
      v_announced := v_announced + 1;
    END IF;
    -- Also where there was nobody to write to: the same talk is not looked at every minute.
    UPDATE chat_sessions SET alarmed_seq = v.last_seq, mailed_seq = v.last_seq WHERE id = v.id;
  END LOOP;
  RETURN jsonb_build_object('announced', v_announced);
END $$;
