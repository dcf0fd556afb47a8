import type { PackageItem } from './package-output.ts';

/** `8 × Table arrangement`; what is there once goes without a number. */
export const itemLine = ({ label, quantity }: PackageItem): string =>
  quantity === 1 ? label : `${quantity} × ${label}`;
