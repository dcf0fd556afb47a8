'use server';

import { action } from '#lib/http/action';
import { archivePage, createPage, orderPages, restorePage, updatePage } from './commands.ts';
import { createPageInput, orderPagesInput, pageIdInput, previewPageInput, updatePageInput } from './input.ts';
import { previewPage } from './queries.ts';

export const createPageAction = action({ input: createPageInput, run: createPage });
export const updatePageAction = action({ input: updatePageInput, run: updatePage });
export const archivePageAction = action({ input: pageIdInput, run: archivePage });
export const restorePageAction = action({ input: pageIdInput, run: restorePage });
export const orderPagesAction = action({ input: orderPagesInput, run: orderPages });
export const previewPageAction = action({ input: previewPageInput, run: previewPage });
