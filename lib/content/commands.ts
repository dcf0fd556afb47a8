import 'server-only';

/** The door of this module for writers; one file per subject behind it. */

export { archivePage, createPage, orderPages, restorePage, updatePage } from './commands/pages.ts';
export { removeTestimonialPicture, setTestimonialPicture } from './commands/testimonial-picture.ts';
export {
  archiveTestimonial,
  createTestimonial,
  orderTestimonials,
  replaceTestimonial,
  restoreTestimonial,
  updateTestimonial,
} from './commands/testimonials.ts';
export { saveTranslations } from './commands/translations.ts';
