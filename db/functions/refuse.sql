-- Raises an expected refusal: `code` is one of the error codes of the API, `details` are ids and figures.
CREATE OR REPLACE FUNCTION refuse(p_code text, p_details jsonb DEFAULT '{}')
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'BR001', MESSAGE = p_code, DETAIL = p_details::text;
END $$;
