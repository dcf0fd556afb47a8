import type { FieldMessages } from '#lib/errors';

/** Why a claim was refused, as any of its doors tells it. */
export type ClaimRefusal = { code: string; message: string; what: string | null; fields: FieldMessages };

/** A sentence above the form, or beside one of its fields. */
export type ClaimErrors = { form: string | null; reference: string | null; proof: string | null };

export const NO_ERRORS: ClaimErrors = { form: null, reference: null, proof: null };

const MEGABYTE = 1024 * 1024;
const PICTURES = ['image/jpeg', 'image/png', 'image/webp'];
export const PROOF_TYPES = [...PICTURES, 'application/pdf'].join(',');

const WRONG_KIND = 'That is neither a photo (JPEG, PNG, WebP) nor a PDF. A screenshot of the transfer will do.';
const TOO_LARGE = 'That file is too large: a photo may have 8 MB, a PDF 10 MB.';
const HAS_PROOF = 'We have a proof from you already and are looking at it. Call us if it was the wrong one.';
const HAS_REFERENCE = 'You have told us another reference before. Call us to change it.';

/** What is plainly wrong with a chosen file, before it is sent. */
export function proofError(file: File | null): string | null {
  if (file === null || file.size === 0) return null;
  const isPicture = PICTURES.includes(file.type);
  if (!isPicture && file.type !== 'application/pdf') return WRONG_KIND;
  return file.size > (isPicture ? 8 : 10) * MEGABYTE ? TOO_LARGE : null;
}

export function claimErrors({ code, message, what, fields }: ClaimRefusal): ClaimErrors {
  const [reference = null, proof = null] = [fields.reference?.[0], fields.proof?.[0]];
  if (reference !== null || proof !== null) return { form: null, reference, proof };
  if (code === 'FILE_001') return { ...NO_ERRORS, proof: WRONG_KIND };
  if (code === 'FILE_002') return { ...NO_ERRORS, proof: TOO_LARGE };
  if (code === 'PAY_001' && what === 'proof') return { ...NO_ERRORS, proof: HAS_PROOF };
  if (code === 'PAY_001' && what === 'reference') return { ...NO_ERRORS, reference: HAS_REFERENCE };
  if (code === 'PAY_002') return { ...NO_ERRORS, form: 'This order is paid already.' };
  if (code === 'ORD_002') return { ...NO_ERRORS, form: 'This order was cancelled. If you have paid it, call us.' };
  return { ...NO_ERRORS, form: message };
}
