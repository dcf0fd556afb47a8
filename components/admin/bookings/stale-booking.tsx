import type { FieldValues } from 'react-hook-form';
import { StaleOr } from '#components/admin/orders/stale-notice';
import type { ActionForm } from '../use-action-form.ts';
import { BOOKING_FIELD } from './words.ts';

/** How a form over a booking goes on where somebody else was faster. */
export type Stale = { shop: { locale: string; timeZone: string }; takeTheirs: () => void };

/** A refusal of such a form. What changed meanwhile stands in it; what was typed stays until theirs is asked for. */
export function StaleBooking<V extends FieldValues>({
  form,
  onto,
  stale: { shop, takeTheirs },
  label = 'Save mine over it',
}: {
  form: ActionForm<V>;
  /** Makes the form one over that version. */
  onto: (version: number) => void;
  stale: Stale;
  label?: string;
}) {
  const { failure } = form;
  return (
    <StaleOr
      failure={failure}
      shop={shop}
      words={BOOKING_FIELD}
      theirs={{ label: 'Show theirs', run: takeTheirs }}
      mine={{
        label,
        run: () => {
          const newest = failure?.details.version;
          if (typeof newest === 'number') onto(newest);
          void form.submit();
        },
      }}
    />
  );
}
