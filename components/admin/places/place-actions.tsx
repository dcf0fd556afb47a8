'use client';

import { Button, IconButton } from '#components/ui/button';
import { archiveLocationAction, restoreLocationAction } from '#lib/promise/actions';
import type { LocationDto } from '#lib/promise/desk-output';
import { useAction } from '../use-action.ts';
import { ArchiveDialog } from './archive-dialog.tsx';
import type { DeskShop } from './words.ts';

export function ArchivePlace({
  place,
  shop,
  hasAllZones,
  isLarge,
}: {
  place: Pick<LocationDto, 'id' | 'name'>;
  shop: DeskShop;
  /** Every zone in use is delivered from there: none would be left. */
  hasAllZones: boolean;
  isLarge?: boolean;
}) {
  const { id, name } = place;
  return (
    <ArchiveDialog
      kind="location"
      id={id}
      name={name}
      shop={shop}
      warning={
        hasAllZones
          ? 'All delivery zones go with it. Without any, the shop delivers everywhere, at no charge. Switch off delivery in the settings if that is not meant.'
          : undefined
      }
      action={archiveLocationAction}
      restore={restoreLocationAction}
      trigger={
        isLarge ? (
          <Button variant="quiet" icon="archive">
            Archive
          </Button>
        ) : (
          <IconButton icon="archive" label={`Archive ${name}`} />
        )
      }
    >
      Nobody can order for it any more, and its delivery zones go with it. It can be restored with all of them.
    </ArchiveDialog>
  );
}

export function RestorePlace({ place: { id, name } }: { place: Pick<LocationDto, 'id' | 'name'> }) {
  const { run, busy } = useAction(restoreLocationAction, { done: `${name} is back.` });
  return (
    <Button variant="secondary" size="sm" busy={busy} onClick={() => run({ id })}>
      Restore <span className="visually-hidden">{name}</span>
    </Button>
  );
}
