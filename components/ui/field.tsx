import { useTranslations } from 'next-intl';
import type { ComponentProps, ReactNode } from 'react';
import { Icon } from './icons.tsx';

/**
 * A labeled control with hint and error, wired for assistive technology. `TextField`, `TextAreaField` and
 * `SelectField` cover most forms; `Field` takes any control through its function child:
 *
 * `<Field id="phone" label="Phone" error={errors.phone}>{(aria) => <PhoneInput {...aria} />}</Field>`
 *
 * `id` defaults to `name`: give one when two forms on a page share a field name. Errors are whole sentences.
 */
export type FieldText = {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** Shows "(optional)" behind the label: most fields of a form here are required, so the exception is marked. */
  optional?: boolean;
  /** Label for screen readers only, as in a search field. */
  hideLabel?: boolean;
  /** Grows in a filter bar. */
  wide?: boolean;
};

export type FieldAria = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true };

export function Field({
  id,
  label,
  hint,
  error,
  optional,
  hideLabel,
  wide,
  children,
}: FieldText & { id: string; children: (aria: FieldAria) => ReactNode }) {
  const t = useTranslations('ui');
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className="field" data-wide={wide}>
      <label className={hideLabel ? 'visually-hidden' : 'field-label'} htmlFor={id}>
        {label}
        {optional ? <small> {t('optional')}</small> : null}
      </label>
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </div>
  );
}

export function FieldError({ id, children }: { id: string; children?: ReactNode }) {
  if (!children) return null;
  return (
    <p className="field-error" id={id}>
      <Icon name="alert" size={16} />
      <span>{children}</span>
    </p>
  );
}

type Named = { name: string; id?: string };

export const Input = ({ className = '', ...rest }: ComponentProps<'input'>) => (
  <input {...rest} className={`control ${className}`} />
);

export const Textarea = ({ className = '', ...rest }: ComponentProps<'textarea'>) => (
  <textarea {...rest} className={`control ${className}`} />
);

export const Select = ({ className = '', ...rest }: ComponentProps<'select'>) => (
  <select {...rest} className={`control ${className}`} />
);

function split<Rest extends FieldText & Named>(props: Rest) {
  const { label, hint, error, optional, hideLabel, wide, ...control } = props;
  return { field: { label, hint, error, optional, hideLabel, wide, id: props.id ?? props.name }, control };
}

/** `start` and `end` stand inside the field: a currency, a unit, an icon. */
export function TextField({
  start,
  end,
  ...props
}: FieldText & Named & Omit<ComponentProps<'input'>, 'name' | 'id'> & { start?: ReactNode; end?: ReactNode }) {
  const { field, control } = split(props);
  return (
    <Field {...field}>
      {(aria) =>
        start || end ? (
          <span className="control-affix">
            {start ? (
              <span className="affix" data-side="start">
                {start}
              </span>
            ) : null}
            <Input {...control} {...aria} />
            {end ? (
              <span className="affix" data-side="end">
                {end}
              </span>
            ) : null}
          </span>
        ) : (
          <Input {...control} {...aria} />
        )
      }
    </Field>
  );
}

export function TextAreaField(props: FieldText & Named & Omit<ComponentProps<'textarea'>, 'name' | 'id'>) {
  const { field, control } = split(props);
  return <Field {...field}>{(aria) => <Textarea {...control} {...aria} />}</Field>;
}

/** React resets a select after a form action; `key` it by its value when the form stays on the page. */
export function SelectField({
  options,
  ...props
}: FieldText &
  Named &
  Omit<ComponentProps<'select'>, 'name' | 'id' | 'children'> & {
    options: readonly { value: string; label: string; disabled?: boolean }[];
  }) {
  const { field, control } = split(props);
  return (
    <Field {...field}>
      {(aria) => (
        <Select {...control} {...aria}>
          {options.map(({ value, label, disabled }) => (
            <option key={value} value={value} disabled={disabled}>
              {label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
