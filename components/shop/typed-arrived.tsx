'use client';

import { useEffect } from 'react';
import { forgetSent } from './typed.ts';

/** On the page that a sent form leads to: what was typed into it has served. */
export function TypedArrived({ form }: { form: 'checkout' | 'book' }) {
  useEffect(() => forgetSent(form), [form]);
  return null;
}
