'use client';

import { useRouter } from 'next/navigation';
import { useWatch } from 'react-hook-form';
import { AmountField } from '#components/admin/amount-field';
import { FormPart } from '#components/admin/products/form-part';
import { StaleForm } from '#components/admin/stale-form';
import { Button } from '#components/ui/button';
import { SelectField, TextField } from '#components/ui/field';
import { PRICE_KINDS } from '#db/enums';
import { createPackageAction, updatePackageAction } from '#lib/events/actions/packages';
import { packageFormInput } from '#lib/events/package-input';
import type { DeskPackage } from '#lib/events/package-output';
import { durationWords } from '#lib/events/package-rules';
import { numberField, useActionForm, whenTaken } from '../use-action-form.ts';
import { useLeaveGuard } from '../use-leave-guard.ts';
import { ItemFields } from './item-fields.tsx';
import { type PackageForm as Form, newPackage, type PackageValues, sentOf, valuesOf } from './package-values.ts';
import { ShownFields } from './shown-fields.tsx';
import { useTheirs } from './use-theirs.ts';
import { FIELD, PRICE_KIND } from './words.ts';

type Shop = { currency: string; locale: string; timeZone: string };

const kinds = PRICE_KINDS.map((value) => ({ value, label: PRICE_KIND[value] }));
const fieldsOf = whenTaken({ slug: 'Another package, perhaps an archived one, has this address.' });

/** A package as one form; `one` is null for a new one. */
export function PackageForm({ one, shop }: { one: DeskPackage | null; shop: Shop }) {
  const { round, take } = useTheirs(one);
  return <Body key={round} one={one} shop={shop} takeTheirs={take} />;
}

function Body({ one, shop, takeTheirs }: { one: DeskPackage | null; shop: Shop; takeTheirs: () => void }) {
  const router = useRouter();
  const form = useActionForm({
    schema: packageFormInput,
    defaultValues: one ? valuesOf(one) : newPackage(),
    action: ({ id, version, ...values }: PackageValues) =>
      id ? updatePackageAction({ id, version, ...sentOf(values) }) : createPackageAction(sentOf(values)),
    fieldsOf,
    done: ({ name, active }) => (active ? `${name} is saved and in the shop.` : `${name} is saved and hidden.`),
    onDone: (saved) => {
      form.form.reset(valuesOf(saved));
      if (!one) router.replace(`/admin/packages/${saved.id}`);
    },
  });
  const { field } = form;
  useLeaveGuard(form.form.formState.isDirty);
  return (
    <form noValidate className="form-parts" onSubmit={form.submit} aria-label="Package">
      <StaleForm
        form={form}
        onto={(newest) => form.form.setValue('version', newest)}
        stale={{ shop, takeTheirs }}
        words={FIELD}
      />
      <FormPart title="Basics">
        <ShownFields
          field={field}
          of="packages"
          isNew={one === null}
          hint="What the day will be like, in a few sentences."
        />
      </FormPart>
      <PriceFields form={form} currency={shop.currency} />
      <ItemFields form={form} />
      <DayFields form={form} />
      <div>
        <Button type="submit" busy={form.busy}>
          {one ? 'Save the package' : 'Add the package'}
        </Button>
      </div>
    </form>
  );
}

function PriceFields({ form, currency }: { form: Form; currency: string }) {
  const kind = useWatch({ control: form.form.control, name: 'price_kind' });
  return (
    <FormPart title="Price" hint="On request, customers see no amount before you have quoted one.">
      <div className="form-pair">
        <SelectField label="How it is told" options={kinds} {...form.field('price_kind')} />
        {kind === 'on_request' ? null : (
          <AmountField form={form} name="price" label={kind === 'from' ? 'Starts at' : 'Price'} currency={currency} />
        )}
      </div>
      <div className="form-pair">
        <TextField
          label="Deposit"
          hint="Of the quoted amount, before the day is kept. 0 asks for none."
          inputMode="numeric"
          autoComplete="off"
          end="%"
          {...form.field('deposit_percent', numberField)}
        />
      </div>
    </FormPart>
  );
}

function DayFields({ form }: { form: Form }) {
  const minutes = useWatch({ control: form.form.control, name: 'duration_minutes' });
  const isTime = typeof minutes === 'number' && Number.isInteger(minutes) && minutes > 0;
  return (
    <FormPart title="The day" hint="How many of it fit on one day decides when a day is taken.">
      <div className="form-pair">
        <TextField
          label="How long it takes"
          optional
          hint={isTime ? durationWords(minutes) : 'From the first box in to the last box out.'}
          inputMode="numeric"
          autoComplete="off"
          end="min"
          {...form.field('duration_minutes', numberField)}
        />
        <TextField
          label="Guests at most"
          optional
          inputMode="numeric"
          autoComplete="off"
          {...form.field('max_guests', numberField)}
        />
      </div>
      <div className="form-pair">
        <TextField
          label="Events of it on one day"
          inputMode="numeric"
          autoComplete="off"
          {...form.field('per_day_capacity', numberField)}
        />
      </div>
    </FormPart>
  );
}
