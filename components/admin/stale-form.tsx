import type { FieldValues } from 'react-hook-form';
import { StaleOr } from './orders/stale-notice.tsx';
import type { ActionForm } from './use-action-form.ts';

/** How a form over a record goes on where somebody else was faster. */
export type Stale = { shop: { locale: string; timeZone: string }; takeTheirs: () => void };

/** A refusal of such a form. What changed meanwhile stands in it; what was typed stays until theirs is asked for. */
export function StaleForm<V extends FieldValues>({
  form,
  onto,
  stale: { shop, takeTheirs },
  words,
  label = 'Save mine over it',
}: {
  form: ActionForm<V>;
  /** Makes the form one over that version. */
  onto: (version: number) => void;
  stale: Stale;
  /** What its fields are called. */
  words: Readonly<Record<string, string>>;
  label?: string;
}) {
  const { failure } = form;
  return (
    <StaleOr
      failure={failure}
      shop={shop}
      words={words}
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
