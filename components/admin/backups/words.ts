import type { Tone } from '#components/ui/badge';
import type { BackupDto } from '#lib/backup/output';

/** What the desk says about a backup. */

export function checkWords(checked: BackupDto['checked']): { label: string; tone: Tone } {
  if (checked === null) return { label: 'Not checked', tone: 'plain' };
  if (checked.reason !== null) return { label: 'Failed its check', tone: 'bad' };
  return checked.how === 'restored'
    ? { label: 'Restored and compared', tone: 'good' }
    : { label: 'Read, whole', tone: 'good' };
}

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map(
  (label, i) => ({ value: String(i + 1), label }),
);

export const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));

export const EVERY = [
  { value: 'day', label: 'Every day' },
  { value: 'week', label: 'Every week' },
  { value: 'never', label: 'Only by hand' },
] as const;
