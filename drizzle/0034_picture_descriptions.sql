-- What a picture shows is translated with the place where it stands: gone with it, as the translations of products are
-- (see translation_orphans).
CREATE CONSTRAINT TRIGGER translations_forgotten AFTER DELETE ON product_images
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION forget_translations('product_picture');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER translations_forgotten AFTER DELETE ON package_images
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION forget_translations('package_picture');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER translations_forgotten AFTER DELETE ON theme_images
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION forget_translations('theme_picture');
--> statement-breakpoint
-- What has one picture knows it by the id of its file.
CREATE CONSTRAINT TRIGGER category_pictures_forgotten AFTER DELETE ON media
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION forget_translations('category_picture');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER testimonial_pictures_forgotten AFTER DELETE ON media
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION forget_translations('testimonial_picture');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER shop_pictures_forgotten AFTER DELETE ON media
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION forget_translations('shop_picture');
