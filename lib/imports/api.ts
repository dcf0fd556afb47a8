import { contract, idParam } from '#lib/http/contract';
import { checkImportBody, kindParam, LARGEST_IMPORT, listImportsInput } from './input.ts';
import { importOutput, importRowOutput } from './output.ts';

const desk = { access: 'admin', tag: 'Imports' } as const;

const row = {
  id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e9301',
  kind: 'products',
  mode: 'upsert',
  status: 'checked',
  create_categories: false,
  file_name: 'autumn.csv',
  rows: 120,
  to_create: 14,
  to_update: 80,
  unchanged: 25,
  wrong: 1,
  done: 0,
  created: 0,
  updated: 0,
  failed: 0,
  created_by: 'Ana Pop',
  created_at: '2026-06-01T08:00:00.000Z',
  started_at: null,
  finished_at: null,
  rows_kept_until: '2026-06-15T08:00:00.000Z',
};
const whole = {
  ...row,
  columns: [
    { column: 'SKU', field: 'sku' },
    { column: 'Preis', field: 'price' },
    { column: 'Farbe', field: null },
  ],
  ignored_columns: ['Farbe'],
  error_rows: 1,
  errors: [{ row: 17, field: 'price', code: 'VAL_002', message: 'Enter an amount such as 12.50.' }],
};
const onImport = { params: { id: row.id } };
const onKind = { params: { kind: 'products' } };

export const checkImportApi = contract({
  ...desk,
  id: 'checkImport',
  method: 'POST',
  path: '/admin/imports',
  summary: 'Check a file of products or customers',
  description:
    'A dry run: the CSV as `file` is read to its end, each row is judged by the rules of the normal commands, and nothing changes. Products are found by SKU (or `slug` and `variant`), customers by phone, or by e-mail where a row has no phone, and `street`, `city` and the like are their default address; the `id` of an export goes before both. Commas, semicolons and tabs part columns; heads may be in any order. An empty cell leaves a field as it is, `-` empties it. At most 100,000 rows and 32 MB.',
  body: checkImportBody,
  accepts: 'multipart',
  largest: LARGEST_IMPORT,
  output: importOutput,
  status: 201,
  errors: ['FILE_002'],
  example: { body: { kind: 'products', mode: 'upsert', file: '(the file)' }, data: whole },
});

export const listImportsApi = contract({
  ...desk,
  id: 'listImports',
  method: 'GET',
  path: '/admin/imports',
  summary: 'List imports',
  description: 'The files that were handed in, the newest first.',
  query: listImportsInput,
  output: importRowOutput,
  isList: true,
  example: { query: { kind: 'products' }, data: [row] },
});

export const getImportApi = contract({
  ...desk,
  id: 'getImport',
  method: 'GET',
  path: '/admin/imports/{id}',
  summary: 'Get an import',
  description: 'What the dry run found, how far it is applied, and the first of its wrong rows.',
  params: idParam,
  output: importOutput,
  errors: ['DB_002'],
  example: { ...onImport, data: whole },
});

export const applyImportApi = contract({
  ...desk,
  id: 'applyImport',
  method: 'POST',
  path: '/admin/imports/{id}/apply',
  summary: 'Apply an import',
  description:
    'In the background; `done` and `failed` tell how far it is. Each row is applied as a whole or not at all, and never twice, also when a process dies. Rows that were wrong are left out. Once it is done, this tries again what failed.',
  params: idParam,
  output: importOutput,
  status: 202,
  errors: ['DB_002', 'CONF_002'],
  example: { ...onImport, data: { ...whole, status: 'applying', started_at: '2026-06-01T08:01:00.000Z' } },
});

export const exportImportErrorsApi = contract({
  ...desk,
  id: 'exportImportErrors',
  method: 'GET',
  path: '/admin/imports/{id}/errors',
  summary: 'Export the wrong rows of an import',
  description: 'As they stood in the file, each with its number and what is wrong; mended, it can be imported.',
  params: idParam,
  raw: 'text/csv',
  errors: ['DB_002'],
  example: { ...onImport, data: '\uFEFFrow,error,sku,name,price\r\n7,price: Enter an amount.,RYE-1,Rye,abc\r\n' },
});

export const getImportTemplateApi = contract({
  ...desk,
  id: 'getImportTemplate',
  method: 'GET',
  path: '/admin/import-templates/{kind}',
  summary: 'Get a file to begin with',
  description: 'CSV with the head of all columns and one row as an example.',
  params: kindParam,
  raw: 'text/csv',
  example: { ...onKind, data: '\uFEFFsku,name,price\r\nRYE-1,Rye,4.80\r\n' },
});

export const exportKindApi = contract({
  ...desk,
  id: 'exportKind',
  method: 'GET',
  path: '/admin/exports/{kind}',
  summary: 'Export products or customers as CSV',
  description:
    'All that is not archived, streamed as CSV in UTF-8 with a byte order mark; a row of products is a variant. No cell is read as a formula. Imported again it changes nothing.',
  params: kindParam,
  raw: 'text/csv',
  example: { ...onKind, data: '\uFEFFid,sku,name,price\r\n0198c0de-0000-7000-8000-000000000001,RYE-1,Rye,4.80\r\n' },
});
