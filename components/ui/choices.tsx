import type { ComponentProps, ReactNode } from 'react';
import { FieldError } from './field.tsx';

/**
 * Radios as cards inside a fieldset: `<Choices legend="How"><Choice name="delivery_type" value="pickup" …/></Choices>`.
 * `kind="pill"` hides the dot and centers the words: slots, variants. `min` is the least width of one card.
 */
export function Choices({
  id,
  legend,
  hideLegend,
  hint,
  error,
  min,
  children,
}: {
  id: string;
  legend: ReactNode;
  hideLegend?: boolean;
  hint?: ReactNode;
  error?: ReactNode;
  min?: 'narrow' | 'medium' | 'wide';
  children: ReactNode;
}) {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <fieldset id={id} className="field" aria-describedby={described || undefined} tabIndex={-1}>
      <legend className={hideLegend ? 'visually-hidden' : 'field-label mb-2'}>{legend}</legend>
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <div className="choices" data-min={min}>
        {children}
      </div>
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </fieldset>
  );
}

export function Choice({
  title,
  note,
  end,
  kind = 'card',
  type = 'radio',
  ...input
}: Omit<ComponentProps<'input'>, 'title' | 'type'> & {
  title: ReactNode;
  note?: ReactNode;
  /** Right of the words: a fee, a price. */
  end?: ReactNode;
  kind?: 'card' | 'pill';
  type?: 'radio' | 'checkbox';
}) {
  return (
    <label className="choice" data-kind={kind}>
      <input {...input} type={type} />
      <span className={kind === 'pill' ? '' : 'choice-text'}>
        <span className="choice-title">{title}</span>
        {note ? <span className="choice-note">{note}</span> : null}
      </span>
      {end ? <span className="choice-end">{end}</span> : null}
    </label>
  );
}

/** One box with its words, at least as tall as a thumb. */
export function Checkbox({
  label,
  hint,
  error,
  type = 'checkbox',
  ...input
}: Omit<ComponentProps<'input'>, 'type' | 'name'> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  type?: 'checkbox' | 'radio';
}) {
  const id = input.id ?? input.name;
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div>
      <label className="tick">
        <input
          {...input}
          id={id}
          type={type}
          aria-describedby={described || undefined}
          aria-invalid={error ? true : undefined}
        />
        <span>{label}</span>
      </label>
      {hint ? (
        <p className="field-hint pl-8" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </div>
  );
}
