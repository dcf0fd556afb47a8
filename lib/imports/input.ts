import { z } from 'zod';
import { IMPORT_KINDS, IMPORT_MODES } from '#db/enums';
import { filled, idInput } from '#lib/fields';
import { pagingInput } from '#lib/paging';

/** Bytes of an upload: fifty thousand rows with long descriptions fit. */
export const LARGEST_IMPORT = 33_554_432;
export const MOST_ROWS = 100_000;
export const MOST_COLUMNS = 250;

const kind = z.enum(IMPORT_KINDS, 'Choose products or customers.');

export const checkImportInput = z.strictObject({
  kind,
  mode: z.enum(IMPORT_MODES, 'Choose what the file may do.').meta({
    description: '`create` only adds, `update` only changes, `upsert` does both.',
  }),
  create_categories: filled(z.stringbool({ error: 'Choose yes or no.' }).or(z.boolean()))
    .transform((isWanted) => isWanted ?? false)
    .meta({
      description:
        'Of products: `true` adds categories that are not there yet. Without it the rows that name one are wrong.',
    }),
});

/** As it arrives: the file beside it. */
export const checkImportBody = checkImportInput.extend({
  file: z.instanceof(Blob, { error: 'Choose a file.' }).meta({ description: 'CSV in UTF-8, at most 32 MB.' }),
});

export const importRefInput = z.strictObject({ id: idInput });
export const kindParam = z.object({ kind });
export const listImportsInput = z.object({ ...pagingInput, kind: filled(kind) });

type Checked = z.output<typeof checkImportInput>;
export type CheckImport = Omit<Checked, 'create_categories'> & Partial<Checked>;
export type ImportRef = z.output<typeof importRefInput>;
export type ListImports = z.output<typeof listImportsInput>;
