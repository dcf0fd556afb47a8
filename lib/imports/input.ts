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
});

/** As it arrives: the file beside it. */
export const checkImportBody = checkImportInput.extend({
  file: z.instanceof(Blob, { error: 'Choose a file.' }).meta({ description: 'CSV in UTF-8, at most 32 MB.' }),
});

export const importRefInput = z.strictObject({ id: idInput });
export const kindParam = z.object({ kind });
export const listImportsInput = z.object({ ...pagingInput, kind: filled(kind) });

export type CheckImport = z.output<typeof checkImportInput>;
export type ImportRef = z.output<typeof importRefInput>;
export type ListImports = z.output<typeof listImportsInput>;
