'use client';

import { useState } from 'react';
import { FailureNotice } from '#components/admin/failure-notice';
import { Kbd } from '#components/admin/shell/page-header';
import { Button } from '#components/ui/button';
import { Notice } from '#components/ui/notice';
import type { Plans } from '#lib/stock/output';
import { addDays, weekdayOf } from '#lib/time';
import { weekColumn } from './draft.ts';
import { PlanFocus } from './plan-focus.tsx';
import { type Chosen, type Column, focusCell, PlanGrid } from './plan-grid.tsx';
import { PlanReply } from './plan-reply.tsx';
import { usePlan } from './use-plan.ts';
import { columnHead, columnWords, goodsName } from './words.ts';

const WEEK: readonly Column[] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ key: weekColumn(weekday) }));

export type ShutDays = Readonly<Record<string, string>>;

/** The calendar of what is made: two weeks of days, and beside them the week they follow. One draft, one save. */
export function PlanBoard({
  plans,
  first,
  days,
  shut,
  locale,
}: {
  plans: Plans;
  /** The first day shown; `plans` also holds the week before it, to copy from. */
  first: string;
  days: number;
  shut: ShutDays;
  locale: string;
}) {
  const { variants, today } = plans;
  const plan = usePlan(plans);
  const [view, setView] = useState<'days' | 'week'>('days');
  const [chosen, setChosen] = useState<Chosen>({});
  const [wantedColumn, setWantedColumn] = useState<string | null>(null);
  const dayColumns: readonly Column[] = Array.from({ length: days }, (_, ahead) => addDays(first, ahead)).map(
    (day) => ({
      key: day,
      isToday: day === today,
      isMonday: weekdayOf(day) === 1,
      isLocked: day < today,
      shut: shut[day] ?? null,
    }),
  );
  const columns = view === 'days' ? dayColumns : WEEK;
  const shownColumn = columns.find(({ key }) => key === wantedColumn)?.key ?? columns[0]?.key ?? '';
  const wrong = Object.entries(plan.errors);

  const nameOf = (key: string): string => {
    const [variantId, column = ''] = key.split(' ');
    const variant = variants.find(({ variant_id }) => variant_id === variantId);
    return variant ? `${goodsName(variant)}, ${columnWords(column, locale)}` : '';
  };
  function lookAt(key: string) {
    const [, column = ''] = key.split(' ');
    setView(column.startsWith('w') ? 'week' : 'days');
    setWantedColumn(column);
    const of = column.startsWith('w') ? WEEK : dayColumns;
    // The table it stands in is drawn first.
    requestAnimationFrame(() => focusCell(key, variants, of));
  }
  async function save() {
    const [first] = await plan.save();
    if (first) lookAt(first);
  }
  function show(next: 'days' | 'week') {
    setView(next);
    setChosen({});
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the fields in it, wherever the focus is
    <div
      className="plan-board"
      onKeyDown={(event) => {
        if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
        event.preventDefault();
        if (plan.count > 0 && !plan.isSaving) void save();
      }}
    >
      <FailureNotice failure={plan.failure} />
      {wrong.length > 0 ? (
        <Notice tone="bad" title="Nothing is saved yet. Please look at these again">
          <ul>
            {wrong.map(([key, sentence]) => (
              <li key={key}>
                <button type="button" className="text-left underline" onClick={() => lookAt(key)}>
                  {nameOf(key)}
                </button>{' '}
                <span className="whitespace-nowrap">{sentence}</span>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <PlanReply reply={plan.reply} nameOf={nameOf} onDismiss={plan.dismissReply} />
      <fieldset className="plan-views">
        <legend className="visually-hidden">What to plan</legend>
        <ViewButton isOn={view === 'days'} onClick={() => show('days')}>
          Two weeks
        </ViewButton>
        <ViewButton isOn={view === 'week'} onClick={() => show('week')}>
          Weekly pattern
        </ViewButton>
      </fieldset>
      <fieldset className="plan-strip">
        <legend className="visually-hidden">{view === 'days' ? 'Day' : 'Weekday'}</legend>
        {columns.map((column) => {
          const { top, main } = columnHead(column.key, locale);
          return (
            <button
              key={column.key}
              type="button"
              aria-pressed={column.key === shownColumn}
              data-today={column.isToday || undefined}
              data-shut={column.shut ? true : undefined}
              onClick={() => {
                setWantedColumn(column.key);
                setChosen({ column: column.key });
              }}
            >
              <span className="visually-hidden">{columnWords(column.key, locale)}</span>
              {top ? <small aria-hidden="true">{top}</small> : null}
              <strong aria-hidden="true">{main}</strong>
            </button>
          );
        })}
      </fieldset>
      <PlanFocus {...{ chosen, variants, columns, plan, locale, shownColumn }} />
      <PlanGrid
        caption={view === 'days' ? 'Bake plan by day' : 'Weekly pattern'}
        variants={variants}
        columns={columns}
        plan={plan}
        locale={locale}
        chosen={chosen}
        onChoose={setChosen}
        shownColumn={shownColumn}
      />
      <div className="plan-legend">
        <span data-kind="own">for that day alone</span>
        <span data-kind="changed">not saved yet</span>
        <span data-kind="closed">closed for orders</span>
        <span className="plan-keys">
          <Kbd>Enter</Kbd> and arrows move, <Kbd>x</Kbd> closes, <Kbd>Esc</Kbd> takes back, paste fills a row
        </span>
      </div>
      {plan.count > 0 ? (
        <section className="plan-save" aria-label="Changes">
          <span aria-live="polite">
            {plan.count} {plan.count === 1 ? 'change' : 'changes'} not saved
          </span>
          <Button variant="quiet" size="sm" disabled={plan.isSaving} onClick={plan.discard}>
            Discard
          </Button>
          <Button size="sm" busy={plan.isSaving} onClick={save}>
            Save plan
          </Button>
        </section>
      ) : null}
    </div>
  );
}

const ViewButton = ({ isOn, onClick, children }: { isOn: boolean; onClick: () => void; children: string }) => (
  <button type="button" className="tab" aria-pressed={isOn} onClick={onClick}>
    {children}
  </button>
);
