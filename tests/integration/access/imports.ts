import type { Who } from '#tests/integration/access/who';

/** Tables of comma-separated values, in and out. */
export const endpoints: Record<string, Who> = {
  checkImport: 'admin',
  listImports: 'admin',
  getImport: 'admin',
  applyImport: 'admin',
  exportImportErrors: 'admin',
  getImportTemplate: 'admin',
  exportKind: 'admin',
};

export const actions: Record<string, Who> = {
  'imports/applyImportAction': 'admin',
};
