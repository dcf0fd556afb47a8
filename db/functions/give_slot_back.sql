-- Gives back the place that an order holds in its slot; nothing for an order without one.
CREATE OR REPLACE FUNCTION give_slot_back(p_order orders) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE slots SET booked_orders = booked_orders - 1, booked_load = booked_load - p_order.load_points, updated_at = now()
  WHERE id = p_order.slot_id;
END $$;
