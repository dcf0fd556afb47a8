import type { UseFormRegisterReturn } from 'react-hook-form';
import { Checkbox } from '#components/ui/choices';
import { TextAreaField, TextField } from '#components/ui/field';

type Field = UseFormRegisterReturn & { id: string; error: string | undefined };

/** What packages and themes have in common: how they are called, found and told, and whether they are in the shop. */
export function ShownFields({
  field,
  of,
  isNew,
  hint,
}: {
  field: (name: 'name' | 'slug' | 'description' | 'active') => Field;
  /** Where they stand in the shop. */
  of: 'packages' | 'themes';
  isNew: boolean;
  /** What a description is good for. */
  hint: string;
}) {
  return (
    <>
      <TextField label="Name" maxLength={200} autoComplete="off" {...field('name')} />
      <div className="slug-field" data-of={of}>
        <TextField
          label="Address"
          optional={isNew}
          start={`/${of}/`}
          hint={isNew ? 'Made from the name when left empty.' : 'Who kept a link to the old address will not find it.'}
          maxLength={100}
          autoComplete="off"
          {...field('slug')}
        />
      </div>
      <TextAreaField label="Description" optional hint={hint} maxLength={1000} rows={4} {...field('description')} />
      <Checkbox label="Show it in the shop" {...field('active')} />
    </>
  );
}
