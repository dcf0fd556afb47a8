import { ButtonLink } from '#components/ui/button';
import type { ImportKind } from '#db/enums';

/** Above a list, for admins: all of it as a file, and a file into it. */
export function ImportLinks({ kind, role }: { kind: ImportKind; role: string }) {
  if (role !== 'admin') return null;
  return (
    <>
      <ButtonLink variant="quiet" href={`/admin/imports?kind=${kind}`}>
        Import
      </ButtonLink>
      <ButtonLink variant="quiet" href={`/api/admin/exports/${kind}`} download="">
        Export
      </ButtonLink>
    </>
  );
}
