import type { DeskTestimonial } from '../../../lib/content/output.ts';

export const STATE: Readonly<Record<DeskTestimonial['status'], { label: string; tone: 'warn' | 'good' | 'plain' }>> = {
  pending: { label: 'Waits', tone: 'warn' },
  published: { label: 'In the shop', tone: 'good' },
  hidden: { label: 'Hidden', tone: 'plain' },
};

export const starWords = (rating: number): string => (rating === 1 ? '1 star' : `${rating} stars`);
