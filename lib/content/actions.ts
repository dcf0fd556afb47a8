'use server';

import { action } from '#lib/http/action';
import {
  archivePage,
  archiveTestimonial,
  createPage,
  createTestimonial,
  orderPages,
  orderTestimonials,
  removeTestimonialPicture,
  restorePage,
  restoreTestimonial,
  saveTranslations,
  updatePage,
  updateTestimonial,
} from './commands.ts';
import {
  createPageInput,
  createTestimonialInput,
  orderPagesInput,
  orderTestimonialsInput,
  pageIdInput,
  previewPageInput,
  testimonialIdInput,
  updatePageInput,
  updateTestimonialInput,
} from './input.ts';
import { previewPage } from './queries.ts';
import { saveTranslationsInput } from './translation-input.ts';

export const createPageAction = action({ input: createPageInput, run: createPage });
export const updatePageAction = action({ input: updatePageInput, run: updatePage });
export const archivePageAction = action({ input: pageIdInput, run: archivePage });
export const restorePageAction = action({ input: pageIdInput, run: restorePage });
export const orderPagesAction = action({ input: orderPagesInput, run: orderPages });
export const previewPageAction = action({ input: previewPageInput, run: previewPage });

export const createTestimonialAction = action({ input: createTestimonialInput, run: createTestimonial });
export const updateTestimonialAction = action({ input: updateTestimonialInput, run: updateTestimonial });
export const archiveTestimonialAction = action({ input: testimonialIdInput, run: archiveTestimonial });
export const restoreTestimonialAction = action({ input: testimonialIdInput, run: restoreTestimonial });
export const removeTestimonialPictureAction = action({ input: testimonialIdInput, run: removeTestimonialPicture });
export const orderTestimonialsAction = action({ input: orderTestimonialsInput, run: orderTestimonials });

export const saveTranslationsAction = action({ input: saveTranslationsInput, run: saveTranslations });
