'use client';

import type { ReactNode } from 'react';
import type { z } from 'zod';
import { FormDialog } from '#components/admin/form-dialog';
import { TranslateLinkOf } from '#components/admin/translations/translate-link';
import { Checkbox } from '#components/ui/choices';
import { TextAreaField, TextField } from '#components/ui/field';
import { createCategoryAction, updateCategoryAction } from '#lib/catalog/actions';
import { categoryFormInput } from '#lib/catalog/input';
import type { DeskCategory } from '#lib/catalog/output';
import type { ShopLanguages } from '#lib/i18n/languages';
import { whenTaken } from '../use-action-form.ts';

const fieldsOf = whenTaken({
  name: 'Another category has this name.',
  slug: 'Another category has this address.',
});

const blankAsMissing = {
  setValueAs: (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
};

type Values = z.input<typeof categoryFormInput>;

const save = ({ id, ...category }: Values) =>
  id === undefined ? createCategoryAction(category) : updateCategoryAction({ id, ...category });

/** A category as a form; without one, a new one. */
export function CategoryDialog({
  category,
  shop,
  trigger,
}: {
  category?: DeskCategory;
  shop: ShopLanguages;
  trigger: ReactNode;
}) {
  return (
    <FormDialog
      title={category ? `Edit ${category.name}` : 'New category'}
      trigger={trigger}
      schema={categoryFormInput}
      action={save}
      defaultValues={{
        id: category?.id,
        name: category?.name ?? '',
        slug: category?.slug,
        description: category?.description ?? '',
        active: category?.active ?? true,
      }}
      fieldsOf={fieldsOf}
      submitLabel={category ? 'Save category' : 'Add category'}
      done={({ name }) => `${name} is ${category ? 'saved' : 'added'}.`}
    >
      {({ field, form }) => (
        <>
          <TextField label="Name" maxLength={100} autoComplete="off" {...field('name')} />
          <TextField
            label="Address"
            optional
            hint="The last part of its link; made from the name when left empty."
            maxLength={120}
            autoComplete="off"
            {...field('slug', blankAsMissing)}
          />
          <TextAreaField label="Description" optional maxLength={500} rows={2} {...field('description')} />
          <Checkbox label="Show it in the shop" {...field('active')} />
          {category ? (
            <TranslateLinkOf kind="category" id={category.id} shop={shop} isDirty={form.formState.isDirty} />
          ) : null}
        </>
      )}
    </FormDialog>
  );
}
