'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { FieldMessages } from '#lib/errors';
import type { Words } from '#lib/i18n/words';
import { type ClaimErrors, claimErrors, NO_ERRORS, proofError } from './claim-words.ts';

// By hand: the schemas of the API would be the largest part of what this page loads.
const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Null when it was taken. */
function errorsOf(status: number, text: string, t: Words<'paying'>): ClaimErrors | null {
  if (status === 200) return null;
  const offline = { ...NO_ERRORS, form: t('offline') };
  let error: unknown;
  try {
    error = fieldOf(JSON.parse(text), 'error');
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return offline;
    throw thrown;
  }
  const [code, message] = [textOf(fieldOf(error, 'code')), textOf(fieldOf(error, 'message'))];
  if (code === null || message === null) return offline;
  const details = fieldOf(error, 'details');
  const sentence = (name: string) => [fieldOf(details, name)].flat().flatMap((word) => textOf(word) ?? []);
  const fields: FieldMessages =
    code === 'VALIDATION_ERROR' ? { reference: sentence('reference'), proof: sentence('proof') } : {};
  return claimErrors({ code, message, what: textOf(fieldOf(details, 'what')), fields }, t);
}

/** fetch cannot tell how far an upload is, and a photo takes a while on its way from a phone. */
function send(
  form: HTMLFormElement,
  onProgress: (share: number) => void,
  t: Words<'paying'>,
): Promise<ClaimErrors | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.setRequestHeader('accept', 'application/json');
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('load', () => resolve(errorsOf(request.status, request.responseText, t)));
    request.addEventListener('error', () => resolve({ ...NO_ERRORS, form: t('offline') }));
    request.send(new FormData(form));
  });
}

/** Sends the form in the page's place; everything that was chosen and typed stays in it until it was taken. */
export function useClaim(first: ClaimErrors) {
  const t = useTranslations('paying');
  const router = useRouter();
  const [errors, setErrors] = useState(first);
  /** Share of the bytes that have left, or null while nothing is sent. */
  const [progress, setProgress] = useState<number | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (progress !== null) return;
    const form = event.currentTarget;
    const proof = form.elements.namedItem('proof');
    const wrong = proof instanceof HTMLInputElement ? proofError(proof.files?.[0] ?? null, t) : null;
    if (wrong !== null) return show({ ...NO_ERRORS, proof: wrong });
    setErrors(NO_ERRORS);
    setProgress(0);
    const refused = await send(form, setProgress, t);
    setProgress(null);
    if (refused) return show(refused);
    // The form goes with the answer; the words about the payment take its place, for those who hear them too.
    document.getElementById('payment')?.focus();
    router.refresh();

    function show(found: ClaimErrors) {
      setErrors(found);
      const at = found.proof ? 'proof' : found.reference ? 'reference' : null;
      const field = at && form.elements.namedItem(at);
      if (field instanceof HTMLElement) field.focus();
    }
  }
  return { errors, progress, submit, clear: () => setErrors(NO_ERRORS) };
}
