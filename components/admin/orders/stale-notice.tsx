'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { FailureNotice } from '#components/admin/failure-notice';
import { Button } from '#components/ui/button';
import { Notice } from '#components/ui/notice';
import { Time } from '#components/ui/time';
import type { ActionFailure } from '#lib/http/action';
import { type OrderChangeDto, staleOrder } from '#lib/orders/stale';
import type { Difference } from './edit/differences.ts';
import { ACTOR } from './words.ts';

type Way = { label: string; run: () => void };
type Words = { locale: string; timeZone: string };

const FIELD: Record<string, string> = {
  items: 'the items',
  status: 'the status',
  payment: 'the payment',
  slot: 'the time',
  location: 'the place',
  delivery_type: 'how it is handed over',
  delivery_address: 'the address',
  preferred_time: 'the wish for the time',
  special_instructions: 'the instructions',
  gift: 'the gift',
  total: 'the total',
};

/**
 * A refusal of a page of the desk. Where somebody else was faster it says what they changed, when, and who; what was typed
 * stays, and either theirs or one's own goes on from there.
 */
export function StaleOr({
  failure,
  shop,
  what,
  theirs,
  mine,
  words = FIELD,
}: {
  failure: ActionFailure | null;
  shop: Words;
  /** What stands there now in place of what the form was made from; null while it is being read. */
  what?: readonly Difference[] | null;
  theirs: Way;
  mine?: Way;
  /** What its fields are called. */
  words?: Readonly<Record<string, string>>;
}) {
  const router = useRouter();
  const box = useRef<HTMLDivElement>(null);
  const isStale = failure?.code === 'REQ_002';
  useEffect(() => {
    // It stands above the fields, and the button that was pressed may be a screen below.
    if (isStale) box.current?.scrollIntoView({ block: 'nearest' });
  }, [isStale]);
  if (!isStale) return <FailureNotice failure={failure} onReload={theirs.run} />;
  const changes = staleOrder.safeParse(failure.details).data?.changes ?? [];
  return (
    <div ref={box} className="scroll-mt-20">
      <Notice tone="bad" title={failure.message}>
        {changes.length > 0 ? (
          <ul className="stale-changes">
            {changes.map((change) => (
              <li key={change.version}>
                <Change change={change} shop={shop} words={words} />
              </li>
            ))}
          </ul>
        ) : null}
        {what && what.length > 0 ? <Fields what={what} /> : null}
        <div className="flex flex-wrap gap-3">
          {mine ? (
            <Button size="sm" onClick={mine.run}>
              {mine.label}
            </Button>
          ) : null}
          <Button
            size="sm"
            variant="secondary"
            onClick={() => {
              theirs.run();
              router.refresh();
            }}
          >
            {theirs.label}
          </Button>
        </div>
      </Notice>
    </div>
  );
}

/** `Sam, 21 Nov, 10:42: the items and the total.` */
function Change({
  change: { by, at, fields },
  shop,
  words,
}: {
  change: OrderChangeDto;
  shop: Words;
  words: Readonly<Record<string, string>>;
}) {
  const list = new Intl.ListFormat('en').format(fields.map((field) => words[field] ?? field));
  return (
    <>
      <strong>{by.name ?? ACTOR[by.kind]}</strong>, <Time at={at} {...shop} format="short" />: {list}.
    </>
  );
}

const Fields = ({ what }: { what: readonly Difference[] }) => (
  <table className="stale-fields">
    <thead>
      <tr>
        <th scope="col">Changed</th>
        <th scope="col">You saw</th>
        <th scope="col">Now</th>
      </tr>
    </thead>
    <tbody>
      {what.map(({ what: name, was, is }) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          <td>{was}</td>
          <td>{is}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
