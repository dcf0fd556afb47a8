'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useRef } from 'react';
import { FormDialog } from '#components/admin/form-dialog';
import { TextField } from '#components/ui/field';
import { startSeasonAction } from '#lib/promise/actions';
import { startSeasonInput } from '#lib/promise/hours-input';

/** Days that get hours of their own: what holds now is cut around them and copied, and the copy is opened to be changed. */
export function SeasonDialog({
  placeId,
  purpose,
  today,
  trigger,
}: {
  placeId: string;
  purpose: 'pickup' | 'delivery';
  today: string;
  trigger: ReactNode;
}) {
  const router = useRouter();
  const sent = useRef(new URLSearchParams());
  return (
    <FormDialog
      title="A season with hours of its own"
      description="It begins with the hours that hold now. Before and after it they go on as they are."
      trigger={trigger}
      schema={startSeasonInput}
      action={(season) => {
        sent.current = new URLSearchParams({ purpose, from: season.valid_from });
        if (typeof season.valid_to === 'string' && season.valid_to !== '') sent.current.set('to', season.valid_to);
        return startSeasonAction(season);
      }}
      defaultValues={{ location_id: placeId, purpose, valid_from: '', valid_to: '' }}
      submitLabel="Make the season"
      onDone={() => router.push(`/admin/places/${placeId}/hours?${sent.current}`)}
    >
      {({ field }) => (
        <div className="form-pair">
          <TextField label="First day" type="date" min={today} {...field('valid_from')} />
          <TextField label="Last day" type="date" min={today} optional {...field('valid_to')} />
        </div>
      )}
    </FormDialog>
  );
}
