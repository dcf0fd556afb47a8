import { Button } from '#components/ui/button';
import { TextField } from '#components/ui/field';
import { Link } from '#components/ui/link';
import type { View } from '#lib/analytics/rules';
import type { RangeDto } from '#lib/analytics/view-output';
import { PRESET, spanWords } from './words.ts';

/** Which days: some by a word, others by their ends; and which these are. */
export function RangeBar({ view, range, locale }: { view: View; range: RangeDto; locale: string }) {
  const { preset, from, to, before } = range;
  return (
    <div className="range-bar no-print">
      <nav className="range-words" aria-label="Days shown">
        {Object.entries(PRESET).map(([value, label]) => (
          <Link
            key={value}
            className="btn"
            data-variant={value === preset ? 'secondary' : 'quiet'}
            data-size="sm"
            href={`/admin/analytics?view=${view}&range=${value}`}
            aria-current={value === preset ? 'true' : undefined}
          >
            {label}
          </Link>
        ))}
      </nav>
      <form className="range-own" action="/admin/analytics" aria-label="Days of your own">
        <input type="hidden" name="view" value={view} />
        <input type="hidden" name="range" value="custom" />
        {/* Keyed by their value: a range chosen by a word must show in the fields. */}
        <TextField hideLabel key={`f ${from}`} name="from" type="date" label="First day" defaultValue={from} required />
        <TextField hideLabel key={`t ${to}`} name="to" type="date" label="Last day" defaultValue={to} required />
        <Button type="submit" variant="secondary">
          Show
        </Button>
      </form>
      <p className="range-said">
        <strong>{spanWords(range, locale)}</strong>, beside {spanWords(before, locale)}
      </p>
    </div>
  );
}
