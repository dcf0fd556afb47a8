'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Button } from '#components/ui/button';
import { TextField } from '#components/ui/field';
import { Notice } from '#components/ui/notice';
import type { PhoneStep } from '#lib/orders/output';
import { ResendCode } from './phone-check-resend.tsx';
import type { Checkout } from './use-checkout.tsx';

/** The code for the phone, right above the button that needs it; or what is left when none could be sent. */
export function PhoneCheck({ checkout, orderWords }: { checkout: Checkout; orderWords: string }) {
  const t = useTranslations('checkout');
  const { phone, errorOf, values } = checkout;
  const asked = phone?.asked_at;
  const focus = phone?.sent ? 'phone_code' : 'phone-check';

  // Whatever has just appeared is what the order waits for.
  useEffect(() => {
    if (asked !== undefined) document.getElementById(focus)?.focus();
  }, [asked, focus]);

  if (!phone) return null;
  const { sent, ways } = phone;
  return (
    <section id="phone-check" className="phone-check" aria-labelledby="phone-check-title" tabIndex={-1}>
      <h3 id="phone-check-title">{t(titleOf(phone))}</h3>
      <input type="hidden" name="phone_code_for" value={phone.typed} />
      {sent ? (
        <CodeEntry phone={phone} sent={sent} error={errorOf('phone_code')} />
      ) : (
        <p role="status">{t('sms_down')}</p>
      )}
      {sent && ways.length === 0 ? null : (
        <OtherWays phone={phone} hasEmail={Boolean(values.customer_email?.trim())} orderWords={orderWords} />
      )}
    </section>
  );
}

const titleOf = ({ sent }: PhoneStep) => {
  if (!sent) return 'code_failed';
  return sent.channel === 'sms' ? 'confirm_phone' : 'enter_code';
};

/** Without script the page begins at its top again: the way down to what has appeared there. */
export function PhoneCheckNotice({ phone }: { phone: PhoneStep | null }) {
  const t = useTranslations('checkout');
  if (!phone) return null;
  return (
    <noscript>
      <Notice title={t(titleOf(phone))}>
        <a href={phone.sent ? '#phone_code' : '#phone-check'}>{t(phone.sent ? 'enter_sent_code' : 'other_way')}</a>
      </Notice>
    </noscript>
  );
}

type Sent = NonNullable<PhoneStep['sent']>;

function CodeEntry({ phone, sent, error }: { phone: PhoneStep; sent: Sent; error: string | undefined }) {
  const t = useTranslations('checkout');
  const { digits, minutes, asked_at, resend_in, in_outbox } = phone;
  return (
    <>
      <p role="status">
        {t.rich('code_sent', {
          digits,
          minutes,
          to: () => <strong className="phone-check-to">{sent.to}</strong>,
        })}
      </p>
      <div className="phone-check-entry">
        <TextField
          // A new code, an empty field.
          key={asked_at}
          name="phone_code"
          label={t('code')}
          className="code-field"
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
          maxLength={digits + 4}
          error={error}
          aria-required
        />
        <ResendCode
          key={`again-${asked_at}`}
          intent={sent.channel === 'sms' ? 'code' : 'email_code'}
          seconds={resend_in}
        />
      </div>
      {in_outbox ? <p className="field-hint">{t('demo_outbox')}</p> : null}
    </>
  );
}

/** No order is lost because a text message is: a letter, or the shop calls. */
function OtherWays({ phone, hasEmail, orderWords }: { phone: PhoneStep; hasEmail: boolean; orderWords: string }) {
  const t = useTranslations('checkout');
  const { sent, ways } = phone;
  const canMail = ways.includes('email');
  return (
    <>
      <div className="phone-check-ways">
        {canMail && sent?.channel !== 'email' ? (
          <Button type="submit" name="intent" value="email_code" variant="secondary" icon="mail">
            {t('code_by_email')}
          </Button>
        ) : null}
        {ways.includes('call_back') ? (
          <Button type="submit" name="intent" value="call_back" variant="secondary" icon="phone">
            {t('call_me', { order: orderWords })}
          </Button>
        ) : null}
        {sent ? null : (
          <Button type="submit" name="intent" value="code" variant="link">
            {t('sms_again')}
          </Button>
        )}
      </div>
      <p className="field-hint">
        {canMail || hasEmail || sent ? null : t('email_helps')}
        {t('when_called')}
      </p>
    </>
  );
}
