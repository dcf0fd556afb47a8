import type { Tone } from '#components/ui/badge';
import type { Verdict } from '#lib/system/rules';

export const VERDICT: Record<Verdict, { label: string; tone: Tone }> = {
  fine: { label: 'Fine', tone: 'good' },
  look: { label: 'Have a look', tone: 'warn' },
  broken: { label: 'Broken', tone: 'bad' },
};

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** `3.4 GB`, `12 MB`. */
export function sizeWords(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${size < 10 && unit > 0 ? size.toFixed(1) : Math.round(size)} ${UNITS[unit]}`;
}

export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** What the top of the page says of all lines together. */
export function summaryWords(broken: number, look: number): string {
  const things = (count: number) => (count === 1 ? '1 thing' : `${count} things`);
  const parts = [
    ...(broken > 0 ? [`${things(broken)} ${broken === 1 ? 'is' : 'are'} broken`] : []),
    ...(look > 0 ? [`${things(look)} to look at`] : []),
  ];
  return parts.length === 0 ? 'All is fine' : parts.join(', ');
}
