import { TextField } from '#components/ui/field';
import { Part } from './parts.tsx';
import type { Checkout } from './use-checkout.tsx';

export function ContactPart({ checkout: { values, errorOf } }: { checkout: Checkout }) {
  return (
    <Part number={1} title="Your contact">
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
          hint="For questions about the order."
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
