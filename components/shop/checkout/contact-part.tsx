import { TextField } from '#components/ui/field';
import { Link } from '#components/ui/link';
import type { CheckoutOffer } from '#lib/orders/output';
import { Part } from './parts.tsx';
import type { Checkout } from './use-checkout.tsx';

type Shown = { checkout: Checkout; offer: Pick<CheckoutOffer, 'identity'>; isKnown: boolean };

export function ContactPart({ checkout: { values, errorOf }, offer, isKnown }: Shown) {
  return (
    <Part number={1} title="Your contact">
      {!isKnown && offer.identity !== 'guest' ? (
        <p className="contact-sign-in">
          Ordered before? <Link href="/login?next=/checkout">Sign in</Link> and type less.
        </p>
      ) : null}
      <TextField
        name="customer_name"
        label="Name"
        autoComplete="name"
        maxLength={100}
        defaultValue={values.customer_name}
        error={errorOf('customer_name')}
        aria-required
      />
      <div className="field-pair">
        <TextField
          name="customer_phone"
          label="Phone"
          hint={
            offer.identity === 'phone_verified'
              ? 'For questions, and for the code that confirms a first order.'
              : 'For questions about the order.'
          }
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
          label="E-mail"
          optional
          hint="Only for this order."
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
