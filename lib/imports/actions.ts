'use server';

import { action } from '#lib/http/action';
import { applyImport } from './commands.ts';
import { importRefInput } from './input.ts';

export const applyImportAction = action({ input: importRefInput, run: applyImport });
