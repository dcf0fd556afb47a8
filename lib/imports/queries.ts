import 'server-only';

/** The door of this module for readers. */

export { exportCsv, templateCsv } from './queries/export-csv.ts';
export { exportErrors } from './queries/export-errors.ts';
export { getImport, listImports } from './queries/imports.ts';
