-- Rights end at once, also of streams that were opened while they lasted: whoever holds one open is told whose they were.
CREATE FUNCTION tell_of_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('barrow_ends', TG_ARGV[0] || ' ' || OLD.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER auth_sessions_end AFTER UPDATE OF revoked_at ON auth_sessions
  FOR EACH ROW WHEN (OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL) EXECUTE FUNCTION tell_of_end('session');
--> statement-breakpoint
CREATE TRIGGER auth_sessions_gone AFTER DELETE ON auth_sessions
  FOR EACH ROW WHEN (OLD.revoked_at IS NULL AND OLD.expires_at > now()) EXECUTE FUNCTION tell_of_end('session');
--> statement-breakpoint
CREATE TRIGGER users_end AFTER UPDATE OF is_active, session_version, role ON users
  FOR EACH ROW WHEN ((OLD.is_active, OLD.session_version, OLD.role) IS DISTINCT FROM
    (NEW.is_active, NEW.session_version, NEW.role)) EXECUTE FUNCTION tell_of_end('user');
