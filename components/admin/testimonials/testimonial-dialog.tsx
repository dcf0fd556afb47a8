'use client';

import type { ReactNode } from 'react';
import type { z } from 'zod';
import { FormDialog } from '#components/admin/form-dialog';
import { OnePicture } from '#components/admin/pictures/one-picture';
import { TranslateLinkOf } from '#components/admin/translations/translate-link';
import { SelectField, TextAreaField, TextField } from '#components/ui/field';
import { createTestimonialAction, removeTestimonialPictureAction, updateTestimonialAction } from '#lib/content/actions';
import { testimonialFormInput } from '#lib/content/input';
import type { DeskTestimonial } from '#lib/content/output';
import type { ShopLanguages } from '#lib/i18n/languages';
import { STATE, starWords } from './words.ts';

type Values = z.input<typeof testimonialFormInput>;

const stars = [5, 4, 3, 2, 1].map((rating) => ({ value: String(rating), label: starWords(rating) }));
const states = (['published', 'pending', 'hidden'] as const).map((value) => ({ value, label: STATE[value].label }));

/** What somebody said, as a form; without one, a new one. */
export function TestimonialDialog({
  one,
  shop,
  trigger,
}: {
  one?: DeskTestimonial;
  shop: ShopLanguages;
  trigger: ReactNode;
}) {
  return (
    <FormDialog
      title={one ? `What ${one.name} said` : 'New testimonial'}
      trigger={trigger}
      schema={testimonialFormInput}
      action={(values: Values) =>
        one ? updateTestimonialAction({ id: one.id, ...values }) : createTestimonialAction(values)
      }
      defaultValues={{
        name: one?.name ?? '',
        message: one?.message ?? '',
        rating: one?.rating ?? 5,
        status: one?.status ?? 'published',
      }}
      submitLabel={one ? 'Save' : 'Add testimonial'}
      done={({ name }) => `What ${name} said is ${one ? 'saved' : 'added'}.`}
    >
      {({ field, form }) => (
        <>
          <TextField
            label="Who said it"
            hint="As the shop shows it, such as Ana P."
            maxLength={100}
            {...field('name')}
          />
          <TextAreaField label="What was said" maxLength={1000} rows={5} {...field('message')} />
          <SelectField label="Stars" options={stars} {...field('rating', { valueAsNumber: true })} />
          <SelectField
            label="State"
            hint="Ask whoever said it before it is in the shop under their name."
            options={states}
            {...field('status')}
          />
          {one ? <TranslateLinkOf kind="testimonial" id={one.id} shop={shop} isDirty={form.formState.isDirty} /> : null}
          {one ? <Picture one={one} /> : <p className="field-hint">A picture can be added once it is saved.</p>}
        </>
      )}
    </FormDialog>
  );
}

/** Saved at once, beside the form. */
function Picture({ one: { id, name, image } }: { one: DeskTestimonial }) {
  return (
    <section className="grid gap-2" aria-label="Picture">
      <p className="field-label">Picture</p>
      <OnePicture
        label={`Picture of ${name}`}
        picture={image}
        alt={name}
        frame="testimonial-picture"
        sizes="9rem"
        empty="None yet. A face, or what they were glad about."
        hint="JPEG, PNG or WebP, up to 8 MB. Shown as a square."
        address={`/api/admin/testimonials/${id}/picture`}
        remove={{
          action: removeTestimonialPictureAction,
          input: { id },
          words: 'The words stay in the shop.',
        }}
      />
    </section>
  );
}
