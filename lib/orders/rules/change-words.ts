import { formatMoney } from '#lib/money-text';
import { dateFormat } from '#lib/time';

export type ChangeFacts = {
  slotStartsAt: Date | null;
  deliveryType: 'pickup' | 'delivery';
  lines: readonly { productName: string; variantTitle: string; quantity: number }[];
  totalMinor: number;
};

export type ShopClock = { locale: string; timeZone: string; currency: string };

/** Fields that are named without saying what is in them: they are about a person. */
const NAMED: Record<string, string> = {
  delivery_address: 'new address',
  preferred_time: 'another wish for the time',
  special_instructions: 'another note',
  gift: 'another gift',
  location: 'another place',
};

const momentWords = (moment: Date | null, { locale, timeZone }: ShopClock): string =>
  moment === null
    ? 'no time'
    : dateFormat(locale, {
        timeZone,
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        hour: '2-digit',
        minute: '2-digit',
      }).format(moment);

const nameOf = ({ productName, variantTitle }: { productName: string; variantTitle: string }) =>
  [productName, variantTitle].filter(Boolean).join(', ');

function countByName(lines: ChangeFacts['lines']): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(nameOf(line), (counts.get(nameOf(line)) ?? 0) + line.quantity);
  return counts;
}

/** `Rye, 800 g: 3 → 2`, per good whose number changed. */
function goodsWords(before: ChangeFacts['lines'], after: ChangeFacts['lines']): string[] {
  const [had, has] = [countByName(before), countByName(after)];
  return [...new Set([...had.keys(), ...has.keys()])]
    .filter((name) => had.get(name) !== has.get(name))
    .map((name) => `${name}: ${had.get(name) ?? 0} → ${has.get(name) ?? 0}`);
}

const METHOD = { pickup: 'pickup', delivery: 'delivery' };

/** What a change was, for the timeline: `Sat 28 Nov, 10:00 → Sun 29 Nov, 09:00; total €12.00 → €15.00`. */
export function changeWords(
  before: ChangeFacts,
  after: ChangeFacts,
  fields: readonly string[],
  clock: ShopClock,
): string {
  const money = (minor: number) => formatMoney(minor, clock.currency, clock.locale);
  return [
    ...(before.deliveryType === after.deliveryType
      ? []
      : [`${METHOD[before.deliveryType]} → ${METHOD[after.deliveryType]}`]),
    ...(before.slotStartsAt?.getTime() === after.slotStartsAt?.getTime()
      ? []
      : [`${momentWords(before.slotStartsAt, clock)} → ${momentWords(after.slotStartsAt, clock)}`]),
    ...goodsWords(before.lines, after.lines),
    ...fields.flatMap((field) => NAMED[field] ?? []),
    ...(before.totalMinor === after.totalMinor
      ? []
      : [`total ${money(before.totalMinor)} → ${money(after.totalMinor)}`]),
  ].join('; ');
}
