'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { z } from 'zod';

const LARGEST = 8 * 1024 * 1024;
const KINDS = ['image/jpeg', 'image/png', 'image/webp'];
const OFFLINE = 'The shop did not answer. Check the connection and try again.';

export type Upload = {
  id: number;
  file: File;
  /** Share of the bytes that have left, 0 to 1. */
  progress: number;
  error: string | null;
  /** Another try could end better. */
  canRetry: boolean;
};

/** Where a picture goes: an address of the API that takes it as `file`. */
export type Target = { address: string; method: 'POST' | 'PUT' };

const refusal = z.object({
  error: z.object({ code: z.string(), message: z.string(), details: z.record(z.string(), z.unknown()) }),
});
const sentences = z.array(z.string()).min(1);

/** The sentence of an answer that is not a picture; the one at the file is the more exact one. */
function errorOf(text: string): string {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return OFFLINE;
    throw error;
  }
  const parsed = refusal.safeParse(body);
  if (!parsed.success) return OFFLINE;
  return sentences.safeParse(parsed.data.error.details.file).data?.[0] ?? parsed.data.error.message;
}

/** Sends one file and tells how far it is; fetch cannot. Null when it was kept. */
function send({ address, method }: Target, file: File, onProgress: (share: number) => void): Promise<string | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', file);
    request.open(method, address);
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('load', () =>
      resolve(request.status >= 200 && request.status < 300 ? null : errorOf(request.responseText)),
    );
    request.addEventListener('error', () => resolve(OFFLINE));
    request.send(body);
  });
}

function refuse(file: File): string | null {
  if (!KINDS.includes(file.type)) return 'Only JPEG, PNG and WebP pictures can be shown.';
  return file.size > LARGEST ? 'This picture is larger than 8 MB.' : null;
}

/** Pictures on their way, one after the other so that they arrive in the order chosen. `room` is how many still fit. */
export function usePictureUpload(target: Target, room: number, tooMany = '') {
  const router = useRouter();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const queue = useRef<Pick<Upload, 'id' | 'file'>[]>([]);
  const isSending = useRef(false);
  const next = useRef(0);
  const change = (id: number, to: Partial<Upload>) =>
    setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, ...to } : upload)));
  const dismiss = (id: number) => setUploads((all) => all.filter((upload) => upload.id !== id));

  async function sendAll(): Promise<void> {
    if (isSending.current) return;
    isSending.current = true;
    for (let upload = queue.current.shift(); upload; upload = queue.current.shift()) {
      const { id, file } = upload;
      const error = await send(target, file, (progress) => change(id, { progress }));
      if (error === null) dismiss(id);
      else change(id, { error, canRetry: true });
      router.refresh();
    }
    isSending.current = false;
  }
  function add(files: File[]) {
    let free = room - uploads.filter(({ error }) => error === null).length;
    const added = files.map((file): Upload => {
      const error = refuse(file) ?? (free > 0 ? null : tooMany);
      if (error === null) free -= 1;
      return { id: next.current++, file, progress: 0, error, canRetry: false };
    });
    setUploads((all) => [...all, ...added]);
    queue.current.push(...added.filter(({ error }) => error === null));
    void sendAll();
  }
  function retry({ id, file }: Upload) {
    change(id, { error: null, progress: 0 });
    queue.current.push({ id, file });
    void sendAll();
  }
  return { uploads, add, retry, dismiss };
}
