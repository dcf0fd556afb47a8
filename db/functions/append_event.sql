-- Appends to the spine of the shop and wakes its readers; they read the row, the notice carries only its number.
CREATE OR REPLACE FUNCTION append_event(p_topic text, p_entity text, p_entity_id text, p_payload jsonb)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  v_seq bigint;
BEGIN
  INSERT INTO domain_events (topic, entity, entity_id, payload)
  VALUES (p_topic, p_entity, p_entity_id, p_payload)
  RETURNING seq INTO v_seq;
  PERFORM pg_notify('barrow_events', v_seq::text);
  RETURN v_seq;
END $$;
