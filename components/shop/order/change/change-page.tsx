'use client';

import { useTranslations } from 'next-intl';
import { Refused } from '#components/shop/checkout/refused';
import { SlotPicker } from '#components/shop/slots/slot-picker';
import { Button } from '#components/ui/button';
import { TextAreaField, TextField } from '#components/ui/field';
import { Link } from '#components/ui/link';
import { Notice } from '#components/ui/notice';
import { Time } from '#components/ui/time';
import { formatAmount } from '#lib/money-text';
import type { ChangeQuote, ChangeShop } from '#lib/orders/change-output';
import { ChangeGoods } from './change-goods.tsx';
import { ChangeReview } from './change-review.tsx';
import { TooLate } from './too-late.tsx';
import { type ChangeForm, useChange } from './use-change.ts';
import { differenceWords } from './words.ts';

type Props = { form: ChangeForm; shop: ChangeShop };

/** A customer changes their own order: edit, look at the difference, confirm. One form all the way. */
export function ChangePage({ initial, shop }: { initial: ChangeQuote; shop: ChangeShop }) {
  const t = useTranslations('change');
  const form = useChange(initial, shop);
  const { state } = form;
  const { quote, step } = state;
  const home = `/order/${encodeURIComponent(quote.order_number)}`;
  if (!quote.may_change) return <TooLate quote={quote} shop={shop} />;
  const isReview = step === 'review';
  return (
    <div className="wrap change-page">
      <div className="change-head">
        <p className="eyebrow">{quote.order_number}</p>
        <h1 id="change-top" tabIndex={-1}>
          {t(isReview ? 'title_review' : 'title')}
        </h1>
        {isReview ? null : <Until quote={quote} shop={shop} />}
      </div>
      <form
        ref={form.formRef}
        className="change-form"
        data-step={step}
        action={form.action}
        onSubmit={form.onSubmit}
        onInput={form.onInput}
        noValidate
      >
        {/* The first button is the one that Enter in a field presses. */}
        <button
          type="submit"
          name="intent"
          value={isReview ? 'confirm' : 'review'}
          className="visually-hidden"
          aria-hidden="true"
          tabIndex={-1}
        >
          {t(isReview ? 'confirm' : 'see')}
        </button>
        <input type="hidden" name="order_number" value={quote.order_number} />
        <input type="hidden" name="version" value={quote.version} />
        {form.refusal ? <Refused refusal={form.refusal} /> : null}
        {state.isUnchanged ? <Notice title={t('nothing')}>{t('nothing_text')}</Notice> : null}
        {/* The fields stay in the form while the difference is shown: going back finds them as they were. */}
        <div className="change-fields" hidden={isReview}>
          <Fields form={form} shop={shop} />
        </div>
        {isReview ? <ChangeReview form={form} shop={shop} /> : <Foot form={form} shop={shop} home={home} />}
      </form>
    </div>
  );
}

function Until({ quote, shop }: { quote: ChangeQuote; shop: ChangeShop }) {
  const t = useTranslations('change');
  const until = quote.change_until;
  return (
    <p className="lead">
      {until
        ? t.rich('until', { time: () => <Time at={until} timeZone={shop.time_zone} locale={shop.locale} /> })
        : t('until_confirmed')}{' '}
      {t('prices')}
    </p>
  );
}

function Fields({ form, shop }: Props) {
  const t = useTranslations('change');
  const { quote } = form.state;
  const clock = { timeZone: shop.time_zone, locale: shop.locale };
  const nameOf = (variantId: string) => {
    const line = quote.before.items.find(({ variant_id }) => variant_id === variantId);
    return line ? [line.product_name, line.variant_title].filter(Boolean).join(', ') : t('this');
  };
  const isDelivery = quote.before.delivery_type === 'delivery';
  return (
    <>
      <section className="checkout-part" aria-labelledby="change-goods">
        <h2 id="change-goods">{t('ordered')}</h2>
        <ChangeGoods form={form} shop={shop} />
        <p className="field-hint">{t('zero_hint')}</p>
      </section>
      <section className="checkout-part" aria-labelledby="change-when">
        <h2 id="change-when">{t('when')}</h2>
        {quote.slots.has_slots ? (
          <SlotPicker
            name="slot_id"
            legend={t(isDelivery ? 'when_delivery' : 'when_pickup')}
            offer={quote.slots}
            locationId={shop.places.length > 1 && !isDelivery ? quote.location_id : null}
            start={form.values.slot_id}
            chosen={form.current('slot_id')}
            error={form.errorOf('slot_id')}
            next={form.errorOf('slot_id') ? form.next : undefined}
            today={shop.today}
            daysAhead={shop.days_ahead}
            nameOf={nameOf}
            clock={clock}
          />
        ) : (
          <TextField
            name="preferred_time"
            label={t('when_suits')}
            optional
            maxLength={100}
            defaultValue={form.values.preferred_time}
            error={form.errorOf('preferred_time')}
          />
        )}
      </section>
      {isDelivery ? <Address form={form} /> : null}
      <section className="checkout-part" aria-labelledby="change-note">
        <h2 id="change-note">{t('your_note')}</h2>
        <TextAreaField
          name="special_instructions"
          label={t('anything')}
          optional
          rows={2}
          maxLength={500}
          defaultValue={form.values.special_instructions}
          error={form.errorOf('special_instructions')}
        />
      </section>
    </>
  );
}

function Address({ form: { values, errorOf } }: { form: ChangeForm }) {
  const t = useTranslations('change');
  const field = (name: 'street' | 'postal_code' | 'city' | 'notes') => ({
    name: `delivery_address.${name}`,
    defaultValue: values[`delivery_address.${name}`],
    error: errorOf(`delivery_address.${name}`),
  });
  return (
    <section className="checkout-part" aria-labelledby="change-where">
      <h2 id="change-where">{t('where')}</h2>
      <div className="part-fields">
        <TextField
          {...field('street')}
          label={t('street')}
          autoComplete="address-line1"
          maxLength={200}
          aria-required
        />
        <div className="field-pair" data-narrow-first="true">
          <TextField {...field('postal_code')} label={t('postal_code')} autoComplete="postal-code" maxLength={12} />
          <TextField {...field('city')} label={t('town')} autoComplete="address-level2" maxLength={100} aria-required />
        </div>
        <TextField {...field('notes')} label={t('delivery_hint_label')} optional autoComplete="off" maxLength={200} />
      </div>
    </section>
  );
}

/** The new total as it stands, and the way on. */
function Foot({ form, shop, home }: Props & { home: string }) {
  const { quote } = form.state;
  const t = useTranslations('change');
  const isDifferent = quote.fields.length > 0;
  const total = quote.total ?? quote.before.total;
  return (
    <div className="change-foot">
      <p className="change-total" role="status">
        <span>{t(isDifferent ? 'new_total' : 'total')}</span>
        <strong className="num">{formatAmount(total, quote.currency, shop.locale)}</strong>
        {isDifferent && quote.difference !== 0 ? <small>{differenceWords(quote, shop.locale, t).title}</small> : null}
      </p>
      <div className="change-buttons">
        <Button type="submit" size="lg" name="intent" value="review" busy={form.isSending}>
          {t('see')}
        </Button>
        <Link className="btn" data-variant="quiet" data-size="lg" href={home}>
          {t('leave')}
        </Link>
      </div>
    </div>
  );
}
