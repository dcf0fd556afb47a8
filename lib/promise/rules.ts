import type { PostalRule } from '#db/schema/promise';
import type { EarliestDto, EarliestSlotDto, NextDto } from './output.ts';

/** Postal codes compare without spaces, hyphens and case: `sw1a 1aa` is `SW1A1AA`. */
export const normalizePostalCode = (code: string): string => code.toUpperCase().replace(/[\s-]+/g, '');

export function matchesRule(rule: PostalRule, postalCode: string): boolean {
  const code = normalizePostalCode(postalCode);
  if (rule.kind === 'exact') return code === normalizePostalCode(rule.code);
  if (rule.kind === 'prefix') {
    const prefix = normalizePostalCode(rule.prefix);
    return prefix !== '' && code.startsWith(prefix);
  }
  const [from, to] = [normalizePostalCode(rule.from), normalizePostalCode(rule.to)];
  // A range counts: codes of another length are another country's, or a typo.
  if (![code, from, to].every((text) => /^\d{1,12}$/.test(text)) || code.length !== from.length) return false;
  return Number(from) <= Number(code) && Number(code) <= Number(to);
}

export type FeeStep = { fromSubtotalMinor: number; feeMinor: number };

export type Zone = {
  id: string;
  locationId: string;
  name: string;
  postalRules: readonly PostalRule[];
  minOrderMinor: number;
  extraLeadMinutes: number;
  priority: number;
  fees: readonly FeeStep[];
};

/** The zone of highest priority that covers the code; among equals the one listed first. */
export function matchZone<Z extends Zone>(zones: readonly Z[], postalCode: string): Z | null {
  let best: Z | null = null;
  for (const zone of zones) {
    if (best && zone.priority <= best.priority) continue;
    if (zone.postalRules.some((rule) => matchesRule(rule, postalCode))) best = zone;
  }
  return best;
}

/** The fee of the highest step the subtotal reaches; without a step nothing is charged. Minor units. */
export function feeFor(fees: readonly FeeStep[], subtotalMinor: number): number {
  let reached: FeeStep | null = null;
  for (const step of fees) {
    if (step.fromSubtotalMinor > subtotalMinor) continue;
    if (!reached || step.fromSubtotalMinor > reached.fromSubtotalMinor) reached = step;
  }
  return reached?.feeMinor ?? 0;
}

/** The lowest subtotal from which delivery stays free, or null when it never does. Minor units. */
export function freeFrom(fees: readonly FeeStep[]): number | null {
  const sorted = [...fees].sort((a, b) => b.fromSubtotalMinor - a.fromSubtotalMinor);
  let from: number | null = null;
  for (const step of sorted) {
    if (step.feeMinor > 0) break;
    from = step.fromSubtotalMinor;
  }
  return from;
}

type Promised = { earliest: EarliestDto; variants: readonly { id: string; next?: NextDto }[] };

const momentsOf = ({ earliest, variants }: Promised): EarliestSlotDto[] => [
  ...Object.values(earliest).flatMap((slot) => slot ?? []),
  ...variants.flatMap(({ next }) => (next ? [...next.pickup, ...next.delivery] : [])),
];

/** Until when what is said of these products holds, as far as the clock goes; null where nothing is promised. */
export function holdsUntil(products: readonly Promised[]): Date | null {
  const moments = products.flatMap(momentsOf).map(({ order_by: by }) => Date.parse(by));
  return moments.length === 0 ? null : new Date(Math.min(...moments));
}
