import { Checkbox } from '#components/ui/choices';
import { FieldError, SelectField, TextAreaField, TextField } from '#components/ui/field';
import { ALLERGENS } from '#db/enums';
import { ALLERGEN_WORDS } from '../../shop/catalog/words.ts';
import { FormPart } from './form-part.tsx';
import { blankAsMissing, type ProductForm } from './product-values.ts';

export function BasicFields({ form, categories }: { form: ProductForm; categories: { id: string; name: string }[] }) {
  const { field } = form;
  return (
    <FormPart title="Basics">
      <TextField label="Name" maxLength={200} autoComplete="off" {...field('name')} />
      <div className="form-pair">
        <SelectField
          label="Category"
          options={categories.map(({ id, name }) => ({ value: id, label: name }))}
          {...field('category_id')}
        />
        <TextField
          label="Address"
          optional
          start="/products/"
          placeholder="made from the name"
          maxLength={120}
          autoComplete="off"
          {...field('slug', blankAsMissing)}
        />
      </div>
      <TextAreaField
        label="Short description"
        optional
        hint="One or two sentences, shown beside the picture."
        maxLength={1000}
        rows={2}
        {...field('description')}
      />
      <TextAreaField
        label="Details"
        optional
        hint="Storage, serving, story. Markdown works here."
        maxLength={20_000}
        rows={3}
        {...field('details')}
      />
      <div className="flex flex-wrap gap-x-8">
        <Checkbox label="On sale" {...field('active')} />
        <Checkbox label="Featured on the home page" {...field('featured')} />
      </div>
    </FormPart>
  );
}

export function FoodFields({ form }: { form: ProductForm }) {
  const { field, idOf, errorOf } = form;
  return (
    <FormPart title="Allergens" hint="As the law lists them. Shown in words on the product's page.">
      <fieldset className="field" aria-describedby={errorOf('allergens') ? idOf('allergens-error') : undefined}>
        <legend className="field-label">Contains</legend>
        <div className="tick-grid">
          {ALLERGENS.map((allergen) => (
            <Checkbox
              key={allergen}
              value={allergen}
              label={<span className="capital">{ALLERGEN_WORDS[allergen]}</span>}
              {...field('allergens')}
              id={idOf(`allergens-${allergen}`)}
              error={undefined}
            />
          ))}
        </div>
        <FieldError id={idOf('allergens-error')}>{errorOf('allergens')}</FieldError>
      </fieldset>
      <TextAreaField label="Ingredients" optional maxLength={2000} rows={2} {...field('ingredients')} />
    </FormPart>
  );
}
