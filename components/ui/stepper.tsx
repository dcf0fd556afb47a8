'use client';

import { useTranslations } from 'next-intl';
import { type ComponentProps, useRef } from 'react';
import { Icon } from './icons.tsx';

/**
 * A quantity with minus and plus around a number field, uncontrolled so it also works as a plain form field.
 * `onCommit` runs after a press or when the field is left with another number. `label` names the thing counted.
 */
export function Stepper({
  label,
  min = 1,
  max = 99,
  defaultValue = 1,
  onCommit,
  ...rest
}: Omit<ComponentProps<'input'>, 'min' | 'max' | 'defaultValue' | 'type'> & {
  label: string;
  min?: number;
  max?: number;
  defaultValue?: number;
  onCommit?: (quantity: number) => void;
}) {
  const t = useTranslations('ui');
  const input = useRef<HTMLInputElement>(null);
  const last = useRef(defaultValue);

  function settle(wanted: number) {
    const field = input.current;
    if (!field) return;
    const value = Math.min(max, Math.max(min, Number.isFinite(wanted) ? Math.round(wanted) : min));
    field.value = String(value);
    if (value === last.current) return;
    last.current = value;
    onCommit?.(value);
  }
  const now = () => input.current?.valueAsNumber ?? min;

  return (
    <span className="stepper">
      <button
        type="button"
        className="needs-script"
        aria-label={t('fewer', { thing: label })}
        disabled={rest.disabled}
        onClick={() => settle(now() - 1)}
      >
        <Icon name="minus" size={16} />
      </button>
      <input
        {...rest}
        ref={input}
        key={defaultValue}
        type="number"
        inputMode="numeric"
        aria-label={t('quantity', { thing: label })}
        min={min}
        max={max}
        defaultValue={defaultValue}
        onBlur={() => settle(now())}
      />
      <button
        type="button"
        className="needs-script"
        aria-label={t('more', { thing: label })}
        disabled={rest.disabled}
        onClick={() => settle(now() + 1)}
      >
        <Icon name="plus" size={16} />
      </button>
    </span>
  );
}
