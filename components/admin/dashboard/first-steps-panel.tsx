import { Panel } from '#components/admin/shell/stat-tile';
import { Icon } from '#components/ui/icons';
import { Link } from '#components/ui/link';
import type { FirstStep } from './first-steps.ts';

/** Where an owner begins; it leaves with the first order, or when all is done. */
export function FirstStepsPanel({ steps }: { steps: readonly FirstStep[] }) {
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <Panel
      title="Before the first order"
      actions={
        <span className="text-ink-soft">
          {done} of {steps.length} done
        </span>
      }
    >
      <ol className="first-steps">
        {steps.map(({ title, why, href, isDone }, index) => (
          <li key={href}>
            <Link className="first-step" data-done={isDone} href={href}>
              <span className="first-step-mark" aria-hidden="true">
                {isDone ? <Icon name="check" size={16} /> : index + 1}
              </span>
              <span className="min-w-0">
                <strong>{title}</strong>
                {isDone ? <span className="visually-hidden"> (done)</span> : null}
                <span className="block text-sm text-ink-soft">{why}</span>
              </span>
              <Icon name="chevronRight" size={16} />
            </Link>
          </li>
        ))}
      </ol>
      <p className="mt-4 text-ink-soft">
        Cash at pickup works from the start. When you like:{' '}
        <Link className="underline" href="/admin/settings#payments">
          more ways to pay
        </Link>
        ,{' '}
        <Link className="underline" href="/admin/places">
          zones for delivery
        </Link>
        ,{' '}
        <Link className="underline" href="/admin/settings/look">
          colors and type
        </Link>
        ,{' '}
        <Link className="underline" href="/admin/settings/users">
          logins for colleagues
        </Link>
        .
      </p>
    </Panel>
  );
}
