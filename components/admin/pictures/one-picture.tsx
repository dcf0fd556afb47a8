'use client';

import { type ReactNode, useRef } from 'react';
import { ConfirmDialog } from '#components/admin/confirm-dialog';
import { UploadRow } from '#components/admin/upload-row';
import { Button } from '#components/ui/button';
import type { ActionResult } from '#lib/http/action';
import type { Image } from '#lib/media/output';
import { Photo } from '../../shop/catalog/photo.tsx';
import { usePictureUpload } from '../use-picture-upload.ts';

/** The one picture of something: shown, put to `address` in place of the one before, removed. */
export function OnePicture<I>({
  label,
  picture,
  alt,
  frame,
  sizes,
  empty,
  hint,
  address,
  remove,
}: {
  /** Names the field: `Picture of the shop`. */
  label: string;
  picture: Image | null;
  /** Stands for a picture that has no words of its own. */
  alt: string;
  /** Class of the frame around it. */
  frame: string;
  sizes: string;
  empty: ReactNode;
  hint: string;
  address: string;
  remove: { action: (input: I) => Promise<ActionResult<void>>; input: I; words: ReactNode };
}) {
  const input = useRef<HTMLInputElement>(null);
  const { uploads, add, retry, dismiss } = usePictureUpload(
    { address, method: 'PUT' },
    1,
    'One picture after the other.',
  );
  return (
    <div className="grid gap-4">
      {picture ? (
        <div className={frame}>
          <Photo image={picture} alt={picture.alt || alt} sizes={sizes} />
        </div>
      ) : (
        <p className="text-ink-soft">{empty}</p>
      )}
      {uploads.length > 0 ? (
        <ul className="rows">
          {uploads.map((upload) => (
            <UploadRow
              key={upload.id}
              upload={upload}
              onRetry={() => retry(upload)}
              onDismiss={() => dismiss(upload.id)}
            />
          ))}
        </ul>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        <input
          ref={input}
          type="file"
          hidden
          accept="image/jpeg,image/png,image/webp"
          aria-label={label}
          onChange={(event) => {
            add([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        <Button variant="secondary" icon="image" onClick={() => input.current?.click()}>
          {picture ? 'Another picture' : 'Choose a picture'}
        </Button>
        {picture ? (
          <ConfirmDialog
            title="Remove the picture?"
            confirmLabel="Remove picture"
            trigger={<Button variant="quiet">Remove</Button>}
            action={remove.action}
            input={remove.input}
            done="The picture is removed."
          >
            {remove.words}
          </ConfirmDialog>
        ) : null}
        <p className="text-sm text-ink-soft">{hint}</p>
      </div>
    </div>
  );
}
