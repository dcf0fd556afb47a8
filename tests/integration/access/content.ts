import type { Who } from '#tests/integration/access/who';

/** Testimonials, pages and translations. */
export const endpoints: Record<string, Who> = {
  listTestimonials: 'anyone',
  listDeskTestimonials: 'staff',
  createTestimonial: 'staff',
  replaceTestimonial: 'staff',
  updateTestimonial: 'staff',
  archiveTestimonial: 'staff',
  restoreTestimonial: 'staff',
  listTranslations: 'staff',
  saveTranslations: 'staff',
};

export const actions: Record<string, Who> = {
  'content/archivePageAction': 'staff',
  'content/archiveTestimonialAction': 'staff',
  'content/createTestimonialAction': 'staff',
  'content/restoreTestimonialAction': 'staff',
  'content/updateTestimonialAction': 'staff',
  'content/orderTestimonialsAction': 'staff',
  'content/createPageAction': 'staff',
  'content/orderPagesAction': 'staff',
  'content/previewPageAction': 'staff',
  'content/restorePageAction': 'staff',
  'content/updatePageAction': 'staff',
  'content/saveTranslationsAction': 'staff',
};
