-- What is truly deleted takes its translations along, whoever deletes it: translations know their content by type and id
-- alone, so no foreign key can see to it.
CREATE FUNCTION forget_translations() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_is_there boolean;
BEGIN
  -- At commit: a list that is written anew, as the lines of a package are, keeps the ids of what stays in it.
  EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I WHERE id = $1)', TG_TABLE_NAME) INTO v_is_there USING OLD.id;
  IF NOT v_is_there THEN
    DELETE FROM translations WHERE content_type = TG_ARGV[0] AND object_id = OLD.id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER translations_forgotten AFTER DELETE ON products
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION forget_translations('product');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER translations_forgotten AFTER DELETE ON product_variants
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION forget_translations('variant');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER translations_forgotten AFTER DELETE ON categories
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION forget_translations('category');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER translations_forgotten AFTER DELETE ON packages
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION forget_translations('package');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER translations_forgotten AFTER DELETE ON package_items
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION forget_translations('package_item');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER translations_forgotten AFTER DELETE ON themes
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION forget_translations('theme');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER translations_forgotten AFTER DELETE ON testimonials
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION forget_translations('testimonial');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER translations_forgotten AFTER DELETE ON pages
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION forget_translations('page');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER translations_forgotten AFTER DELETE ON locations
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION forget_translations('location');
