import { useTranslations } from 'next-intl';
import { TextField } from '#components/ui/field';
import { Link } from '#components/ui/link';
import type { CheckoutOffer } from '#lib/orders/output';
import { Part } from './parts.tsx';
import type { Checkout } from './use-checkout.tsx';

type Shown = { checkout: Checkout; offer: Pick<CheckoutOffer, 'identity'>; isKnown: boolean };

export function ContactPart({ checkout: { values, errorOf }, offer, isKnown }: Shown) {
  const t = useTranslations('checkout');
  return (
    <Part number={1} title={t('contact')}>
      {!isKnown && offer.identity !== 'guest' ? (
        <p className="contact-sign-in">
          {t.rich('sign_in', { link: (words) => <Link href="/login?next=/checkout">{words}</Link> })}
        </p>
      ) : null}
      <TextField
        name="customer_name"
        label={t('name')}
        autoComplete="name"
        maxLength={100}
        defaultValue={values.customer_name}
        error={errorOf('customer_name')}
        aria-required
      />
      <div className="field-pair">
        <TextField
          name="customer_phone"
          label={t('phone')}
          hint={t(offer.identity === 'phone_verified' ? 'phone_hint_code' : 'phone_hint')}
          type="tel"
          autoComplete="tel"
          inputMode="tel"
          maxLength={40}
          defaultValue={values.customer_phone}
          error={errorOf('customer_phone')}
          aria-required
        />
        <TextField
          name="customer_email"
          label={t('email')}
          optional
          hint={t('email_hint')}
          type="email"
          autoComplete="email"
          inputMode="email"
          maxLength={254}
          defaultValue={values.customer_email}
          error={errorOf('customer_email')}
        />
      </div>
    </Part>
  );
}
