-- What a locked order may still be charged, in minor units; below zero when it was charged more than it comes to.
-- What was given back is not owed again, so refunds do not count here.
CREATE OR REPLACE FUNCTION open_amount(p_order orders) RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  RETURN p_order.total_minor - coalesce((
    SELECT sum(amount_minor) FROM payments
    WHERE order_id = p_order.id AND kind = 'charge' AND status = 'confirmed'), 0);
END $$;
