import { z } from 'zod';
import type { FieldMessages } from '#lib/errors';

export type Sent = { id: string } | { message: string; fields: FieldMessages };

const OFFLINE: Sent = { message: 'The shop did not answer. Check the connection and try again.', fields: {} };
const TOO_LARGE: Sent = {
  message: 'This file is larger than 32 MB.',
  fields: { file: ['This file is larger than 32 MB. Cut it into several.'] },
};

const made = z.object({ data: z.object({ id: z.uuid() }) });
const refused = z.object({
  error: z.object({ code: z.string(), message: z.string(), details: z.record(z.string(), z.unknown()) }),
});
const sentences = z.array(z.string()).min(1);

function answerOf(text: string): Sent {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return OFFLINE;
    throw error;
  }
  const success = made.safeParse(body);
  if (success.success) return success.data.data;
  const refusal = refused.safeParse(body);
  if (!refusal.success) return OFFLINE;
  const { code, message, details } = refusal.data.error;
  if (code === 'FILE_002') return TOO_LARGE;
  const fields = Object.entries(details).flatMap(([field, value]) => {
    const found = sentences.safeParse(value);
    return found.success ? [[field, found.data] as const] : [];
  });
  return { message, fields: Object.fromEntries(fields) };
}

/** Sends the file and tells which share of it has left; fetch cannot. Answers the checked import, or what is wrong. */
export function sendFile(body: FormData, onProgress: (share: number) => void): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/admin/imports');
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('load', () => resolve(answerOf(request.responseText)));
    request.addEventListener('error', () => resolve(OFFLINE));
    request.send(body);
  });
}
