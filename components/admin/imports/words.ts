import type { Tone } from '#components/ui/badge';
import type { ImportKind, ImportMode, ImportStatus } from '#db/enums';
import type { ImportRowDto } from '#lib/imports/output';

export const KIND_TEXT: Record<ImportKind, string> = { products: 'Products', customers: 'Customers' };

export const MODE_TEXT: Record<ImportMode, { title: string; note: string }> = {
  upsert: { title: 'Add and change', note: 'New rows are added, known ones changed.' },
  create: { title: 'Only add', note: 'What is on file already stays as it is.' },
  update: { title: 'Only change', note: 'Nothing new is added.' },
};

const STATUS: Record<ImportStatus, { label: string; tone: Tone }> = {
  checking: { label: 'Being read', tone: 'plain' },
  checked: { label: 'Checked', tone: 'touch' },
  applying: { label: 'Under way', tone: 'accent' },
  done: { label: 'Done', tone: 'good' },
};

export function statusOf({ status, wrong, failed, rows }: ImportRowDto): { label: string; tone: Tone } {
  if (status === 'checked' && wrong === rows) return { label: 'Nothing to import', tone: 'bad' };
  if (status === 'done' && failed > 0) return { label: 'Done, but not all', tone: 'warn' };
  return STATUS[status];
}

export const rowsText = (count: number, figure: string): string => (count === 1 ? '1 row' : `${figure} rows`);
