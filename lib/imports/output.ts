import { z } from 'zod';
import { IMPORT_KINDS, IMPORT_MODES, IMPORT_STATUSES } from '#db/enums';

/** So many wrong rows are answered beside an import; the error file holds all. */
export const SHOWN_ERRORS = 100;

const whole = z.int();
const moment = z.iso.datetime();

export const importRowOutput = z.object({
  id: z.uuid(),
  kind: z.enum(IMPORT_KINDS),
  mode: z.enum(IMPORT_MODES),
  status: z.enum(IMPORT_STATUSES).meta({
    description: '`checking` while it is read, `checked` when it can be applied, `applying`, `done`.',
  }),
  create_categories: z.boolean().meta({ description: 'Whether categories that are not there are added.' }),
  file_name: z.string(),
  rows: whole,
  to_create: whole.meta({ description: 'What the dry run found; a row of products is a variant.' }),
  to_update: whole,
  unchanged: whole,
  wrong: whole.meta({ description: 'Rows that are left out.' }),
  done: whole.meta({ description: 'Rows that were applied, of `to_create` + `to_update` + `unchanged`.' }),
  created: whole,
  updated: whole,
  failed: whole.meta({ description: 'Rows that were right in the dry run and could not be applied.' }),
  created_by: z.string().nullable(),
  created_at: moment,
  started_at: moment.nullable(),
  finished_at: moment.nullable(),
  rows_kept_until: moment.nullable().meta({ description: 'Null when the rows of the file have been forgotten.' }),
});

export const rowErrorOutput = z.object({
  row: whole.meta({ description: 'As a spreadsheet counts: the head is row 1.' }),
  field: z.string(),
  code: z.string(),
  message: z.string(),
});

export const importOutput = importRowOutput.extend({
  columns: z
    .array(z.object({ column: z.string(), field: z.string().nullable() }))
    .meta({ description: 'The columns of the file, and what each means; null = nothing, it is ignored.' }),
  ignored_columns: z.array(z.string()),
  error_rows: whole.meta({ description: 'Rows with something wrong, `wrong` and `failed` together.' }),
  errors: z.array(rowErrorOutput).meta({ description: `Of the first ${SHOWN_ERRORS} of these rows.` }),
});

export type ImportRowDto = z.output<typeof importRowOutput>;
export type ImportDto = z.output<typeof importOutput>;
export type RowErrorDto = z.output<typeof rowErrorOutput>;
