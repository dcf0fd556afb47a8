'use client';

import { useWatch } from 'react-hook-form';
import { Panel } from '#components/admin/shell/stat-tile';
import { Button } from '#components/ui/button';
import { Checkbox } from '#components/ui/choices';
import { TextAreaField } from '#components/ui/field';
import { Link } from '#components/ui/link';
import { Notice } from '#components/ui/notice';
import type { ActionFailure } from '#lib/http/action';
import { formatAmount } from '#lib/money';
import type { DeskChangeQuote } from '#lib/orders/change-output';
import type { ActionForm } from '../../use-action-form.ts';
import { type EditShop, type EditValues, isOverridable } from './values.ts';

/** What it comes to, why, and the button; always in sight on a wide screen. */
export function EditSummary({
  form,
  shop,
  quote,
  refused,
  isAsking,
}: {
  form: ActionForm<EditValues>;
  shop: EditShop;
  quote: DeskChangeQuote;
  /** Of the last press. */
  refused: ActionFailure | null;
  isAsking: boolean;
}) {
  const { field, busy } = form;
  const override = useWatch({ control: form.form.control, name: 'override' });
  const words = (amount: number) => formatAmount(amount, shop.currency, shop.locale);
  const { before, after, difference, to_give_back: back, to_pay: open, paid } = quote;
  const problems = quote.problems.filter(({ code }) => code !== 'VALIDATION_ERROR');
  const canOverride = override || quote.problems.some(isOverridable) || (refused !== null && isOverridable(refused));
  const total = quote.total ?? before.total;
  return (
    <Panel title="Change">
      <div className="grid gap-4" aria-busy={isAsking}>
        <dl className="fact-list" data-inline="true">
          <div>
            <dt>Total before</dt>
            <dd className="num">{words(before.total)}</dd>
          </div>
          {after && after.delivery_fee !== before.delivery_fee ? (
            <div>
              <dt>Delivery</dt>
              <dd className="num">
                {words(before.delivery_fee)} → {words(after.delivery_fee)}
              </dd>
            </div>
          ) : null}
          <div className="sum">
            <dt>New total</dt>
            <dd className="num">{words(total)}</dd>
          </div>
          {difference ? (
            <div>
              <dt>Difference</dt>
              <dd className="num">
                {difference > 0 ? '+' : '−'}
                {words(Math.abs(difference))}
              </dd>
            </div>
          ) : null}
          {paid > 0 && difference ? (
            <div>
              <dt>{back > 0 ? 'To give back' : 'Left to pay'}</dt>
              <dd className="num">{words(back > 0 ? back : open)}</dd>
            </div>
          ) : null}
        </dl>
        {problems.length > 0 && !override ? (
          <Notice tone="warn" title="The rules speak against it">
            {canOverride ? 'Mend what is marked, or promise it all the same.' : 'Mend what is marked.'}
          </Notice>
        ) : null}
        {canOverride ? (
          <Checkbox
            label="Promise it all the same"
            hint="Beyond full slots, short leads and the bake plan. Counted stock stays counted."
            {...field('override')}
          />
        ) : null}
        <TextAreaField
          label="Reason"
          hint="Stands in the timeline; the customer does not see it."
          rows={2}
          maxLength={200}
          {...field('reason')}
        />
        <Button type="submit" size="lg" block busy={busy}>
          Save the change
        </Button>
        <Link className="btn" data-variant="quiet" href={`/admin/orders/${quote.order_id}`}>
          Leave it as it is
        </Link>
      </div>
    </Panel>
  );
}
