import type { ComponentProps, ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';
import { Link } from './link.tsx';

/**
 * `<Button>`, `<ButtonLink href>`, `<IconButton icon label>`. Variants: primary, secondary, quiet, danger,
 * link; sizes sm, md, lg. `busy` keeps the width, shows a spinner and refuses another press.
 * For a form's own pending state use `SubmitButton` from `ui/submit-button`.
 */
export type ButtonLook = {
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | 'link';
  size?: 'sm' | 'md' | 'lg';
  block?: boolean;
  icon?: IconName;
};

const look = ({ variant = 'primary', size = 'md', block }: ButtonLook, className?: string) => ({
  className: className ? `btn ${className}` : 'btn',
  'data-variant': variant,
  'data-size': size,
  'data-block': block,
});

export function Button({
  variant,
  size,
  block,
  icon,
  busy = false,
  className,
  type = 'button',
  disabled,
  onClick,
  children,
  ...rest
}: ButtonLook & ComponentProps<'button'> & { busy?: boolean }) {
  return (
    <button
      {...rest}
      {...look({ variant, size, block }, className)}
      type={busy ? 'button' : type}
      disabled={disabled}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {busy ? <span className="spinner" aria-hidden="true" /> : icon && <Icon name={icon} size={18} />}
      {children}
    </button>
  );
}

export function ButtonLink({
  variant,
  size,
  block,
  icon,
  className,
  children,
  ...rest
}: ButtonLook & ComponentProps<'a'> & { href: string }) {
  return (
    <Link {...rest} {...look({ variant, size, block }, className)}>
      {icon && <Icon name={icon} size={18} />}
      {children}
    </Link>
  );
}

/** A square button with only a picture; `label` is its name for those who do not see it. */
export function IconButton({
  icon,
  label,
  variant = 'quiet',
  size,
  className,
  type = 'button',
  ...rest
}: Omit<ButtonLook, 'icon' | 'block'> & ComponentProps<'button'> & { icon: IconName; label: string }) {
  return (
    <button
      {...rest}
      {...look({ variant, size }, className)}
      type={type}
      data-icon="true"
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
    </button>
  );
}

/** Buttons in a row that wraps. */
export function ButtonRow({ children, className = '' }: { children: ReactNode; className?: string }) {
  return <div className={`flex flex-wrap gap-3 ${className}`}>{children}</div>;
}
