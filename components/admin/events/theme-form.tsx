'use client';

import { useRouter } from 'next/navigation';
import type { z } from 'zod';
import { StaleForm } from '#components/admin/stale-form';
import { Button } from '#components/ui/button';
import { createThemeAction, updateThemeAction } from '#lib/events/actions/themes';
import { themeFormInput } from '#lib/events/theme-input';
import type { DeskTheme } from '#lib/events/theme-output';
import { useActionForm, whenTaken } from '../use-action-form.ts';
import { useLeaveGuard } from '../use-leave-guard.ts';
import { ShownFields } from './shown-fields.tsx';
import { useTheirs } from './use-theirs.ts';
import { FIELD } from './words.ts';

type Values = z.input<typeof themeFormInput>;
type Shop = { locale: string; timeZone: string };

const fieldsOf = whenTaken({ slug: 'Another theme, perhaps an archived one, has this address.' });

const valuesOf = ({ id, version, name, slug, description, active }: DeskTheme): Values => ({
  id,
  version,
  name,
  slug,
  description,
  active,
});

/** A theme as one form; `one` is null for a new one. */
export function ThemeForm({ one, shop }: { one: DeskTheme | null; shop: Shop }) {
  const { round, take } = useTheirs(one);
  return <Body key={round} one={one} shop={shop} takeTheirs={take} />;
}

function Body({ one, shop, takeTheirs }: { one: DeskTheme | null; shop: Shop; takeTheirs: () => void }) {
  const router = useRouter();
  const form = useActionForm({
    schema: themeFormInput,
    defaultValues: one ? valuesOf(one) : { name: '', slug: '', description: '', active: true },
    action: ({ id, version, slug, ...values }: Values) =>
      id
        ? updateThemeAction({ id, version, slug: slug || undefined, ...values })
        : createThemeAction({ slug: slug || undefined, ...values }),
    fieldsOf,
    done: ({ name, active }) => (active ? `${name} is saved and in the shop.` : `${name} is saved and hidden.`),
    onDone: (saved) => {
      form.form.reset(valuesOf(saved));
      if (!one) router.replace(`/admin/themes/${saved.id}`);
    },
  });
  const { field } = form;
  useLeaveGuard(form.form.formState.isDirty);
  return (
    <form noValidate className="grid gap-4" onSubmit={form.submit} aria-label="Theme">
      <StaleForm
        form={form}
        onto={(newest) => form.form.setValue('version', newest)}
        stale={{ shop, takeTheirs }}
        words={FIELD}
      />
      <ShownFields
        field={field}
        of="themes"
        isNew={one === null}
        hint="Colors, materials, the hour of the day it is made for."
      />
      <div>
        <Button type="submit" busy={form.busy}>
          {one ? 'Save the theme' : 'Add the theme'}
        </Button>
      </div>
    </form>
  );
}
