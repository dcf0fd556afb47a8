'use client';

import { useEffect, useRef, useState } from 'react';
import { quoteOrderChangeAction } from '#lib/orders/actions';
import type { DeskChangeQuote } from '#lib/orders/change-output';
import { settle } from '../../use-action.ts';
import { type EditValues, toChange } from './values.ts';

const PAUSE_MS = 350;

/** What the change would come to as it is filled in, asked again when something it follows from changes. */
export function useQuote(initial: DeskChangeQuote, values: EditValues): { quote: DeskChangeQuote; isAsking: boolean } {
  const [quote, setQuote] = useState(initial);
  const [isAsking, setAsking] = useState(false);
  const { reason: _, version: __, ...asked } = toChange(values);
  // A blank field is still being typed; what it will say is judged when the form is sent.
  const change = {
    ...asked,
    delivery_address: isFilled(values) ? asked.delivery_address : undefined,
  };
  const text = JSON.stringify(change);
  const seen = useRef(text);
  useEffect(() => {
    if (seen.current === text) return;
    seen.current = text;
    setAsking(true);
    const timer = setTimeout(async () => {
      const result = await settle(quoteOrderChangeAction(JSON.parse(text)));
      // An answer that was overtaken is of no use.
      if (seen.current !== text) return;
      setAsking(false);
      if (result.ok) setQuote(result.data);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return { quote, isAsking };
}

const isFilled = ({ delivery_address: { street, city } }: EditValues): boolean =>
  street.trim() !== '' && city.trim() !== '';
