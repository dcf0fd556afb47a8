'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { Panel } from '#components/admin/shell/stat-tile';
import { SelectField, TextField } from '#components/ui/field';
import type { DeliveryType } from '#db/enums';
import type { ActionResult } from '#lib/http/action';
import { previewPromiseAction } from '#lib/promise/actions';
import type { LocationDto, PreviewDto } from '#lib/promise/desk-output';
import { DELIVERY_TYPE } from '../orders/words.ts';
import { settle } from '../use-action.ts';
import { PreviewResult } from './preview-result.tsx';
import type { DeskShop } from './words.ts';

/** Typing does not ask for every letter. */
const PAUSE_MS = 300;

type Wish = { method: DeliveryType; day: string; location_id: string; postal_code: string; subtotal: string };

const toSubtotal = (text: string): number | null => {
  const amount = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(amount) ? null : amount;
};

/** "What would a customer see?" on a day, at a place or at a postal code. Asks anew whenever the page has new data. */
export function PreviewPanel({
  places,
  methods,
  placeId = '',
  today,
  firstDay,
  shop,
}: {
  places: LocationDto[];
  methods: readonly DeliveryType[];
  placeId?: string;
  today: string;
  /** Where it opens: late in the evening nothing of today is left to look at. */
  firstDay: string;
  shop: DeskShop;
}) {
  const id = useId();
  const [wish, setWish] = useState<Wish>({
    method: methods[0] ?? 'pickup',
    day: firstDay,
    location_id: placeId,
    postal_code: '',
    subtotal: '',
  });
  const [answer, setAnswer] = useState<ActionResult<PreviewDto> | null>(null);
  const [isBusy, setBusy] = useState(true);
  const asked = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: new places mean that something was changed
  useEffect(() => {
    const timer = setTimeout(async () => {
      asked.current += 1;
      const question = asked.current;
      setBusy(true);
      const { location_id, postal_code, subtotal, ...rest } = wish;
      const result = await settle(
        previewPromiseAction({ ...rest, location_id, postal_code, subtotal: toSubtotal(subtotal) }),
      );
      // An older question may be answered later.
      if (question !== asked.current) return;
      setAnswer(result);
      setBusy(false);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [wish, places]);

  const set = (name: keyof Wish) => (event: { target: { value: string } }) =>
    setWish((before) => ({ ...before, [name]: event.target.value }));
  const field = (name: keyof Wish) => ({
    id: `${id}-${name}`,
    name,
    value: wish[name],
    onChange: set(name),
    error: answer && !answer.ok ? answer.fields[name]?.[0] : undefined,
  });
  const offered = places.filter(({ active }) => active);

  return (
    <Panel title="What would a customer see?">
      <fieldset className="grid gap-4" aria-label="What would a customer see?">
        <div className="grid grid-cols-2 gap-3">
          <div className="col-span-2">
            <TextField label="On" type="date" min={today} {...field('day')} />
          </div>
          <SelectField
            label="For"
            options={methods.map((value) => ({ value, label: DELIVERY_TYPE[value] }))}
            {...field('method')}
          />
          {wish.method === 'delivery' ? (
            <>
              <TextField label="Postal code" maxLength={12} autoComplete="off" {...field('postal_code')} />
              <div className="col-span-2">
                <TextField
                  label="Goods for"
                  end={shop.currency}
                  inputMode="decimal"
                  autoComplete="off"
                  {...field('subtotal')}
                />
              </div>
            </>
          ) : offered.length > 1 ? (
            <SelectField
              label="At"
              options={[
                { value: '', label: 'Any place' },
                ...offered.map((place) => ({ value: place.id, label: place.name })),
              ]}
              {...field('location_id')}
            />
          ) : null}
        </div>
        <div aria-live="polite" aria-busy={isBusy} className="promise-preview">
          {answer?.ok ? (
            <PreviewResult preview={answer.data} shop={shop} />
          ) : answer ? (
            <p className="text-ink-soft">{answer.message}</p>
          ) : null}
        </div>
      </fieldset>
    </Panel>
  );
}
