import { useTranslations } from 'next-intl';
import { Checkbox } from '#components/ui/choices';
import { TextAreaField, TextField } from '#components/ui/field';
import type { Checkout } from './use-checkout.tsx';

/** A gift has another recipient, words on a card, and no prices beside it. Shown by the tick, also without script. */
export function GiftFields({ checkout: { values, errorOf } }: { checkout: Checkout }) {
  const t = useTranslations('checkout');
  return (
    <div className="gift">
      <Checkbox name="is_gift" value="yes" label={t('is_gift')} defaultChecked={values.is_gift === 'yes'} />
      <div className="part-fields gift-fields">
        <div className="field-pair">
          <TextField
            name="gift.recipient_name"
            label={t('recipient')}
            autoComplete="off"
            maxLength={100}
            defaultValue={values['gift.recipient_name']}
            error={errorOf('gift.recipient_name')}
            aria-required
          />
          <TextField
            name="gift.recipient_phone"
            label={t('recipient_phone')}
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
          label={t('card')}
          optional
          hint={t('card_hint')}
          rows={3}
          maxLength={300}
          defaultValue={values['gift.card_text']}
          error={errorOf('gift.card_text')}
        />
        <Checkbox
          id="gift.hide_prices"
          name="gift.hide_prices"
          value="yes"
          label={t('no_prices')}
          defaultChecked={values['gift.hide_prices'] === 'yes'}
        />
      </div>
    </div>
  );
}
