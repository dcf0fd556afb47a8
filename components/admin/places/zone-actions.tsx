'use client';

import { Button, IconButton } from '#components/ui/button';
import { toast } from '#components/ui/toast';
import { archiveZoneAction, restoreZoneAction } from '#lib/promise/actions';
import type { ZoneDto } from '#lib/promise/desk-output';
import { useAction } from '../use-action.ts';
import { ArchiveDialog } from './archive-dialog.tsx';
import type { DeskShop } from './words.ts';

export function ArchiveZone({ zone, isLast, shop }: { zone: ZoneDto; isLast: boolean; shop: DeskShop }) {
  return (
    <ArchiveDialog
      kind="zone"
      id={zone.id}
      name={zone.name}
      shop={shop}
      warning={
        isLast
          ? 'This is the last zone. Without any, the shop delivers everywhere, at no charge. Switch off delivery in the settings if that is not meant.'
          : undefined
      }
      action={archiveZoneAction}
      restore={restoreZoneAction}
      trigger={<IconButton icon="archive" label={`Archive ${zone.name}`} />}
    >
      Nothing more is delivered to {zone.postal_codes.length > 60 ? 'its postal codes' : zone.postal_codes}.
    </ArchiveDialog>
  );
}

export function RestoreZone({ zone: { id, name } }: { zone: ZoneDto }) {
  const { run, busy } = useAction(restoreZoneAction, {
    done: `${name} is back.`,
    onFailure: ({ fields, message }) => toast(fields.location_id?.[0] ?? message),
  });
  return (
    <Button variant="secondary" size="sm" busy={busy} onClick={() => run({ id })}>
      Restore <span className="visually-hidden">{name}</span>
    </Button>
  );
}
