'use client';

import { useState } from 'react';
import { FailureNotice } from '#components/admin/failure-notice';
import { Button } from '#components/ui/button';
import { Checkbox } from '#components/ui/choices';
import { Dialog } from '#components/ui/dialog';
import { Link } from '#components/ui/link';
import { Time } from '#components/ui/time';
import type { ActionFailure } from '#lib/http/action';
import { setPlansAction } from '#lib/stock/actions';
import type { Plans } from '#lib/stock/output';
import { figure } from '../figure.ts';
import { useAction } from '../use-action.ts';
import { goodsName, pieces } from './words.ts';

type Shop = { locale: string; timeZone: string };

/** How today stands, when what is left goes to walk-in customers, and the button that lets it go now. */
export function ReleaseToday({ plans, shop, mayChange }: { plans: Plans; shop: Shop; mayChange: boolean }) {
  const { today, release_at: releaseAt, is_released: isReleased } = plans;
  const days = plans.variants.flatMap((variant) => {
    const day = variant.days.find(({ on_date }) => on_date === today);
    return day ? [{ variant, ...day }] : [];
  });
  const planned = days.reduce((sum, day) => sum + day.planned, 0);
  const sold = days.reduce((sum, day) => sum + day.sold, 0);
  const open = days.filter(({ closed, left }) => !closed && left > 0);
  const left = open.reduce((sum, day) => sum + day.left, 0);
  const many = (pieces: number) => figure(pieces, shop.locale);
  return (
    <section className="plan-today" aria-labelledby="plan-today">
      <h2 id="plan-today">Today</h2>
      <p className="plan-today-figures">
        <strong>{many(sold)}</strong> of {many(planned)} ordered,{' '}
        <strong>{many(isReleased ? planned - sold : left)}</strong>{' '}
        {isReleased ? 'for walk-in customers' : 'left for orders'}
      </p>
      <p className="text-ink-soft">
        {releaseAt === null ? (
          'What is left can be ordered all day.'
        ) : isReleased ? (
          <>
            Released since <Time at={releaseAt} {...shop} format="clock" />.
          </>
        ) : (
          <>
            At <Time at={releaseAt} {...shop} format="clock" /> the rest goes to walk-in customers.
          </>
        )}{' '}
        {mayChange ? (
          <Link className="underline" href="/admin/settings#checkout">
            {releaseAt === null ? 'Set an hour for walk-in customers' : 'Change the hour'}
          </Link>
        ) : null}
      </p>
      {!isReleased && open.length > 0 ? (
        <ReleaseDialog
          today={today}
          goods={open.map(({ variant, left }) => ({ id: variant.variant_id, name: goodsName(variant), left }))}
        />
      ) : null}
    </section>
  );
}

type Goods = { id: string; name: string; left: number };

/** Which of today's goods are let go; all of them to begin with. */
function ReleaseDialog({ today, goods }: { today: string; goods: readonly Goods[] }) {
  const [isOpen, setOpen] = useState(false);
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState<ActionFailure | null>(null);
  const { run, busy } = useAction(setPlansAction, { onFailure: setFailure });
  const chosen = goods.filter(({ id }) => !kept.has(id));
  const left = chosen.reduce((sum, one) => sum + one.left, 0);
  const change = (next: boolean) => {
    setFailure(null);
    setKept(new Set());
    setOpen(next);
  };
  const setClosed = (closed: boolean) => ({
    days: chosen.map(({ id }) => ({ variant_id: id, on_date: today, closed })),
    patterns: [],
  });
  async function release() {
    const result = await run(setClosed(true), {
      done: `${pieces(left)} released.`,
      undo: { run: () => void run(setClosed(false), { done: 'They can be ordered again.' }) },
    });
    if (result.ok) change(false);
  }
  return (
    <Dialog
      width="narrow"
      title="Release the rest of today"
      description="Nobody can order them for today any more; they are for whoever walks in. Orders that are placed stay."
      open={isOpen}
      onOpenChange={change}
      trigger={
        <Button variant="secondary" size="sm">
          Release the rest now
        </Button>
      }
      footer={
        <>
          <Button variant="quiet" onClick={() => change(false)}>
            Go back
          </Button>
          <Button busy={busy} disabled={chosen.length === 0} onClick={release}>
            Release {pieces(left)}
          </Button>
        </>
      }
    >
      <FailureNotice failure={failure} />
      <Button
        variant="link"
        onClick={() => setKept(chosen.length === 0 ? new Set() : new Set(goods.map(({ id }) => id)))}
      >
        {chosen.length === 0 ? 'Choose all' : 'Choose none'}
      </Button>
      <fieldset className="grid">
        <legend className="visually-hidden">What to release</legend>
        {goods.map(({ id, name, left: mine }) => (
          <Checkbox
            key={id}
            id={`release-${id}`}
            name="release"
            checked={!kept.has(id)}
            label={
              <>
                {name} <span className="text-ink-soft">{mine} left</span>
              </>
            }
            onChange={(event) => {
              const next = new Set(kept);
              if (event.target.checked) next.delete(id);
              else next.add(id);
              setKept(next);
            }}
          />
        ))}
      </fieldset>
    </Dialog>
  );
}
