import { Checkbox } from '#components/ui/choices';
import { TextAreaField, TextField } from '#components/ui/field';
import type { Checkout } from './use-checkout.tsx';

/** A gift has another recipient, words on a card, and no prices beside it. Shown by the tick, also without script. */
export function GiftFields({ checkout: { values, errorOf } }: { checkout: Checkout }) {
  return (
    <div className="gift">
      <Checkbox name="is_gift" value="yes" label="It is a gift" defaultChecked={values.is_gift === 'yes'} />
      <div className="part-fields gift-fields">
        <div className="field-pair">
          <TextField
            name="gift.recipient_name"
            label="Who receives it?"
            autoComplete="off"
            maxLength={100}
            defaultValue={values['gift.recipient_name']}
            error={errorOf('gift.recipient_name')}
            aria-required
          />
          <TextField
            name="gift.recipient_phone"
            label="Their phone"
            optional
            type="tel"
            inputMode="tel"
            autoComplete="off"
            maxLength={40}
            defaultValue={values['gift.recipient_phone']}
            error={errorOf('gift.recipient_phone')}
          />
        </div>
        <TextAreaField
          name="gift.card_text"
          label="Words on the card"
          optional
          hint="Up to 300 letters, written by hand."
          rows={3}
          maxLength={300}
          defaultValue={values['gift.card_text']}
          error={errorOf('gift.card_text')}
        />
        <Checkbox
          id="gift.hide_prices"
          name="gift.hide_prices"
          value="yes"
          label="No prices on anything that comes with it"
          defaultChecked={values['gift.hide_prices'] === 'yes'}
        />
      </div>
    </div>
  );
}
