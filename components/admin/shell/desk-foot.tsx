import { Link } from '#components/ui/link';
import { type Version, versionWords } from '#lib/version';

/** Which version this is, for whoever reports something or has just updated; admins find the rest in Health. */
export const DeskFoot = ({ version, role }: { version: Version; role: string }) => (
  <footer className="desk-foot no-print">
    {role === 'admin' ? <Link href="/admin/health">{versionWords(version)}</Link> : versionWords(version)}
  </footer>
);
