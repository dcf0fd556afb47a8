'use client';

import { useRef } from 'react';
import { ConfirmDialog } from '#components/admin/confirm-dialog';
import { Panel } from '#components/admin/shell/stat-tile';
import { UploadRow } from '#components/admin/upload-row';
import { Button } from '#components/ui/button';
import type { Image } from '#lib/media/output';
import { removeShopPictureAction } from '#lib/settings/actions';
import { Photo } from '../../../shop/catalog/photo.tsx';
import { usePictureUpload } from '../../use-picture-upload.ts';

/** The wide picture of the home page and of shared links. */
export function ShopPicture({ picture }: { picture: Image | null }) {
  const input = useRef<HTMLInputElement>(null);
  const { uploads, add, retry, dismiss } = usePictureUpload(
    { address: '/api/admin/settings/shop/picture', method: 'PUT' },
    1,
    'One picture after the other.',
  );
  return (
    <Panel title="Picture of the shop">
      <div className="grid gap-4">
        {picture ? (
          <div className="shop-picture">
            <Photo
              image={picture}
              alt={picture.alt || 'The picture of the shop'}
              sizes="(min-width: 40rem) 36rem, 92vw"
            />
          </div>
        ) : (
          <p className="text-ink-soft">Without a picture the home page begins with its words.</p>
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
            aria-label="Picture of the shop"
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
              action={removeShopPictureAction}
              input={{}}
              done="The picture is removed."
            >
              The home page then begins with its words, and shared links show the icon of the shop.
            </ConfirmDialog>
          ) : null}
          <p className="text-sm text-ink-soft">JPEG, PNG or WebP, up to 8 MB. Wide ones fit best.</p>
        </div>
      </div>
    </Panel>
  );
}
