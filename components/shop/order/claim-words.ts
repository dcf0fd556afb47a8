import type { FieldMessages } from '#lib/errors';
import type { Words } from '#lib/i18n/words';

/** Why a claim was refused, as any of its doors tells it. */
export type ClaimRefusal = { code: string; message: string; what: string | null; fields: FieldMessages };

/** A sentence above the form, or beside one of its fields. */
export type ClaimErrors = { form: string | null; reference: string | null; proof: string | null };

export const NO_ERRORS: ClaimErrors = { form: null, reference: null, proof: null };

const MEGABYTE = 1024 * 1024;
const PICTURES = ['image/jpeg', 'image/png', 'image/webp'];
export const PROOF_TYPES = [...PICTURES, 'application/pdf'].join(',');

/** What is plainly wrong with a chosen file, before it is sent. */
export function proofError(file: File | null, t: Words<'paying'>): string | null {
  if (file === null || file.size === 0) return null;
  const isPicture = PICTURES.includes(file.type);
  if (!isPicture && file.type !== 'application/pdf') return t('wrong_kind');
  return file.size > (isPicture ? 8 : 10) * MEGABYTE ? t('too_large') : null;
}

export function claimErrors({ code, message, what, fields }: ClaimRefusal, t: Words<'paying'>): ClaimErrors {
  const [reference = null, proof = null] = [fields.reference?.[0], fields.proof?.[0]];
  if (reference !== null || proof !== null) return { form: null, reference, proof };
  if (code === 'FILE_001') return { ...NO_ERRORS, proof: t('wrong_kind') };
  if (code === 'FILE_002') return { ...NO_ERRORS, proof: t('too_large') };
  if (code === 'PAY_001' && what === 'proof') return { ...NO_ERRORS, proof: t('has_proof') };
  if (code === 'PAY_001' && what === 'reference') return { ...NO_ERRORS, reference: t('has_reference') };
  if (code === 'PAY_002') return { ...NO_ERRORS, form: t('paid_already') };
  if (code === 'BOOK_002') return { ...NO_ERRORS, form: t('not_here') };
  if (code === 'ORD_002') return { ...NO_ERRORS, form: t('was_cancelled') };
  return { ...NO_ERRORS, form: message };
}
