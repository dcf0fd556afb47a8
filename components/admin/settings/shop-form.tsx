'use client';

import { FailureNotice } from '#components/admin/failure-notice';
import { Panel } from '#components/admin/shell/stat-tile';
import { Button } from '#components/ui/button';
import { Choice, Choices } from '#components/ui/choices';
import { SelectField, TextAreaField, TextField } from '#components/ui/field';
import { LANGUAGE_NAMES, LANGUAGES } from '#lib/i18n/languages';
import { amendSettingAction } from '#lib/settings/actions';
import type { Choice as Offered } from '#lib/settings/choices';
import { type Settings, shopSettings } from '#lib/settings/input';
import { useActionForm } from '../use-action-form.ts';

/** How the shop looks has a page of its own. */
const schema = shopSettings.omit({ look: true, hero_media_id: true });

export type ShopChoices = Record<'countries' | 'currencies' | 'timeZones', readonly Offered[]>;

/** `choices` come from the server: a browser may name a country otherwise, or know fewer of them. */
export function ShopForm({
  shop: { look: _, hero_media_id: __, ...shop },
  choices,
}: {
  shop: Settings['shop'];
  choices: ShopChoices;
}) {
  const { field, errorOf, idOf, submit, busy, failure } = useActionForm({
    schema,
    defaultValues: shop,
    action: (value) => amendSettingAction({ key: 'shop', value }),
    done: 'Saved.',
  });
  return (
    <form className="settings-part" id="shop" noValidate onSubmit={submit} aria-label="Shop">
      <Panel title="Shop">
        <div className="grid gap-4 sm:grid-cols-2">
          {failure ? (
            <div className="sm:col-span-2">
              <FailureNotice failure={failure} />
            </div>
          ) : null}
          <TextField label="Name" maxLength={80} {...field('name')} />
          <TextField label="One line beneath it" optional maxLength={160} {...field('tagline')} />
          <div className="sm:col-span-2">
            <TextAreaField label="About the shop" optional maxLength={2000} rows={4} {...field('about')} />
          </div>
          <TextField label="E-mail" type="email" optional {...field('email')} />
          <TextField label="Phone" type="tel" optional maxLength={30} {...field('phone')} />
          <TextField label="Street and number" optional maxLength={200} {...field('street')} />
          <div className="grid grid-cols-[10rem_minmax(0,1fr)] gap-4">
            <TextField label="Postal code" optional maxLength={12} {...field('postal_code')} />
            <TextField label="Town" optional maxLength={100} {...field('city')} />
          </div>
          <SelectField label="Country" options={choices.countries} {...field('country')} />
          <SelectField label="Currency" options={choices.currencies} {...field('currency')} />
          <SelectField label="Time zone" options={choices.timeZones} {...field('time_zone')} />
          <TextField
            label="Language of the shop, its dates and prices"
            hint="Such as en-IE, ro-RO or de-DE."
            {...field('locale')}
          />
          <div className="sm:col-span-2">
            <Choices id={idOf('languages')} legend="The storefront also in" min="medium" error={errorOf('languages')}>
              {LANGUAGES.map((value) => {
                const { id: _, error: __, ...box } = field('languages');
                return <Choice key={value} type="checkbox" title={LANGUAGE_NAMES[value]} value={value} {...box} />;
              })}
            </Choices>
          </div>
          <TextField
            label="Order numbers begin with"
            hint="Up to eight capital letters and digits."
            maxLength={8}
            {...field('order_prefix')}
          />
          <div className="sm:col-span-2">
            <Button type="submit" busy={busy}>
              Save the shop
            </Button>
          </div>
        </div>
      </Panel>
    </form>
  );
}
