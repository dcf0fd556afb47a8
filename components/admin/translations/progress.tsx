import { type Completeness, openOf, percentOf } from '#lib/content/translation-rules';

/** How much of a language is there: up to date, out of date, and what is missing as the rest. The words beside it say the same. */
export function Progress({ figures }: { figures: Completeness }) {
  const { fields, translated, out_of_date } = figures;
  const share = (part: number) => `${fields === 0 ? 0 : (part / fields) * 100}%`;
  return (
    <span className="language-bar" aria-hidden="true" data-done={openOf(figures) === 0}>
      <span data-part="good" style={{ width: share(translated - out_of_date) }} />
      <span data-part="old" style={{ width: share(out_of_date) }} />
    </span>
  );
}

/** `3 of 5, 1 out of date`; `Complete` when there is nothing left to do. */
export function progressWords(figures: Completeness): string {
  const { fields, translated, out_of_date } = figures;
  if (fields === 0) return 'No texts';
  if (openOf(figures) === 0) return 'Complete';
  const old = out_of_date > 0 ? `, ${out_of_date} out of date` : '';
  return `${translated} of ${fields}${old}`;
}

export const percentWords = (figures: Completeness): string => `${percentOf(figures)}%`;
