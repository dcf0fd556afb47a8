'use client';

import { useTranslations } from 'next-intl';
import { startTransition, useActionState, useEffect, useRef, useState } from 'react';
import { Part } from '#components/shop/checkout/parts';
import { PackagePrice } from '#components/shop/events/package-price';
import { Choice, Choices } from '#components/ui/choices';
import { TextAreaField, TextField } from '#components/ui/field';
import { Notice } from '#components/ui/notice';
import { SubmitButton } from '#components/ui/submit-button';
import { bookAction } from '#lib/events/actions/book';
import type { BookState, BookView } from '#lib/events/book-input';
import type { Package } from '#lib/events/package-output';
import type { FormValues } from '#lib/http/form-state';
import { keepTyped, restoreTyped, type Typist } from '../typed.ts';
import { DayChoice } from './day-choice.tsx';
import { refusalOf } from './refusal.ts';

export type Offered = Pick<Package, 'id' | 'name' | 'price' | 'price_kind' | 'currency' | 'max_guests'>;

const OCCASIONS = ['wedding', 'birthday', 'baptism', 'engagement', 'anniversary', 'company', 'baby_shower'] as const;

/** Asks for an event: what, when, where, and who; the answer is a quote. */
export function BookPage({
  packages,
  themes,
  start,
  view,
  today,
  locale,
  typist,
}: {
  packages: readonly Offered[];
  themes: readonly { id: string; name: string }[];
  /** What the fields hold at first, the key of this form among it. */
  start: FormValues;
  view: BookView;
  today: string;
  locale: string;
  typist: Typist;
}) {
  const t = useTranslations('booking');
  const events = useTranslations('events');
  const [state, action, isBusy] = useActionState<BookState, FormData>(bookAction, {
    result: null,
    values: start,
    view,
  });
  const [isAsking, setAsking] = useState(false);
  const [packageId, setPackageId] = useState(state.values.package_id ?? '');
  const form = useRef<HTMLFormElement>(null);
  // A page that is made anew around the form has a new key; the form keeps the one it began with.
  const [key] = useState(state.values.idempotency_key ?? start.idempotency_key);
  const { values } = state;
  const refusal = refusalOf(state.result, t);
  const errorOf = (name: string): string | undefined => refusal?.errors.find(({ id }) => id === name)?.text;
  const most = packages.find(({ id }) => id === packageId)?.max_guests ?? null;

  useEffect(() => {
    if (state.result !== null) document.getElementById('refused')?.focus();
  }, [state.result]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when script takes over
  useEffect(() => {
    if (!form.current) return;
    // A package or look that the address names was chosen after whatever was typed before.
    const asked = start.package_id || start.theme_id ? ['package_id', 'theme_id'] : [];
    const { date } = restoreTyped('book', form.current, typist, asked);
    const chosen = new FormData(form.current).get('package_id');
    const isOther = typeof chosen === 'string' && chosen !== packageId;
    if (isOther) setPackageId(chosen);
    // The days of the month, for the package, that it was typed for.
    if (isOther || date) send(null, `look${date?.slice(0, 7) ?? state.view.month}`, date);
  }, []);

  // Sent by script the browser never submits, so the fields keep themselves.
  function send(submitter: HTMLElement | null, intent?: string, date?: string) {
    if (!form.current || (isAsking && isBusy)) return;
    const data = new FormData(form.current, submitter);
    if (intent) data.set('intent', intent);
    if (date) data.set('date', date);
    if (data.get('intent') === 'book') keepTyped('book', form.current, typist, true);
    setAsking(data.get('intent') === 'book');
    startTransition(() => action(data));
  }

  return (
    <div className="wrap checkout book">
      <div className="checkout-head">
        <h1>{t('title')}</h1>
      </div>
      <p className="book-lead">{t('lead')}</p>
      <form
        ref={form}
        className="checkout-form"
        action={action}
        noValidate
        onInput={({ currentTarget }) => keepTyped('book', currentTarget, typist)}
        onSubmit={(event) => {
          event.preventDefault();
          const { submitter } = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent : { submitter: null };
          send(submitter);
        }}
      >
        {/* The first button is the one that Enter in a field presses. */}
        <button type="submit" name="intent" value="book" className="visually-hidden" tabIndex={-1} aria-hidden="true">
          {t('send')}
        </button>
        <input type="hidden" name="idempotency_key" value={key} />
        <input type="hidden" name="show" value={state.view.month} />
        {refusal ? (
          <div id="refused" tabIndex={-1} className="refused">
            <Notice tone="bad" title={refusal.title}>
              {refusal.note ? <p>{refusal.note}</p> : null}
              {refusal.errors.length > 0 ? (
                <ul>
                  {refusal.errors.map(({ id, text }) => (
                    <li key={id}>
                      <a href={`#${id}`}>{text}</a>
                    </li>
                  ))}
                </ul>
              ) : null}
            </Notice>
          </div>
        ) : null}
        <Part number={1} title={t('what')}>
          <TextField
            name="event_type"
            label={t('occasion')}
            list="occasions"
            maxLength={60}
            autoComplete="off"
            defaultValue={values.event_type}
            error={errorOf('event_type')}
            aria-required
          />
          <datalist id="occasions">
            {OCCASIONS.map((occasion) => (
              <option key={occasion} value={t(`for_${occasion}`)} />
            ))}
          </datalist>
          {packages.length > 0 ? (
            <>
              <Choices id="package_id" legend={t('package')} error={errorOf('package_id')} min="wide">
                {[...packages, null].map((one) => (
                  <Choice
                    key={one?.id ?? 'none'}
                    name="package_id"
                    value={one?.id ?? ''}
                    title={one?.name ?? t('unsure')}
                    note={
                      one === null
                        ? t('help_choose')
                        : one.max_guests
                          ? events('guests', { count: one.max_guests })
                          : undefined
                    }
                    end={one ? <PackagePrice one={one} locale={locale} /> : undefined}
                    defaultChecked={(values.package_id ?? '') === (one?.id ?? '')}
                    onChange={() => {
                      setPackageId(one?.id ?? '');
                      send(null, `look${state.view.month}`);
                    }}
                  />
                ))}
              </Choices>
              <noscript>
                <SubmitButton name="intent" value={`look${state.view.month}`} variant="secondary">
                  {t('show_days')}
                </SubmitButton>
              </noscript>
            </>
          ) : null}
          {themes.length > 0 ? (
            <Choices id="theme_id" legend={t('theme')} error={errorOf('theme_id')} min="narrow">
              {[...themes, null].map((one) => (
                <Choice
                  key={one?.id ?? 'none'}
                  kind="pill"
                  name="theme_id"
                  value={one?.id ?? ''}
                  title={one?.name ?? t('no_theme')}
                  defaultChecked={(values.theme_id ?? '') === (one?.id ?? '')}
                />
              ))}
            </Choices>
          ) : null}
        </Part>
        <Part number={2} title={t('when_where')}>
          <div aria-busy={isBusy}>
            <DayChoice view={state.view} chosen={values.date} today={today} locale={locale} error={errorOf('date')} />
          </div>
          <div className="field-pair">
            <TextField
              name="time"
              label={t('begins_at')}
              optional
              type="time"
              defaultValue={values.time}
              error={errorOf('time')}
            />
            <TextField
              name="guests"
              label={t('guests')}
              optional
              inputMode="numeric"
              hint={most === null ? undefined : t('most_guests', { max: String(most) })}
              maxLength={6}
              defaultValue={values.guests}
              error={errorOf('guests')}
            />
          </div>
          <TextField
            name="venue"
            label={t('where')}
            optional
            hint={t('where_hint')}
            maxLength={300}
            defaultValue={values.venue}
            error={errorOf('venue')}
          />
          <TextAreaField
            name="message"
            label={t('message')}
            optional
            rows={4}
            maxLength={2000}
            defaultValue={values.message}
            error={errorOf('message')}
          />
        </Part>
        <Part number={3} title={t('your_contact')}>
          <TextField
            name="client_info.name"
            label={t('name')}
            autoComplete="name"
            maxLength={100}
            defaultValue={values['client_info.name']}
            error={errorOf('client_info.name')}
            aria-required
          />
          <div className="field-pair">
            <TextField
              name="client_info.phone"
              label={t('phone')}
              type="tel"
              inputMode="tel"
              autoComplete="tel"
              maxLength={40}
              defaultValue={values['client_info.phone']}
              error={errorOf('client_info.phone')}
              aria-required
            />
            <TextField
              name="client_info.email"
              label={t('email')}
              optional
              hint={t('email_hint')}
              type="email"
              inputMode="email"
              autoComplete="email"
              maxLength={254}
              defaultValue={values['client_info.email']}
              error={errorOf('client_info.email')}
            />
          </div>
          <SubmitButton name="intent" value="book" size="lg" busy={isAsking && isBusy} pendingLabel={t('sending')}>
            {t('ask')}
          </SubmitButton>
        </Part>
      </form>
    </div>
  );
}
