'use client';

import { useState } from 'react';
import { ConfirmDialog } from '#components/admin/confirm-dialog';
import { Badge } from '#components/ui/badge';
import { IconButton } from '#components/ui/button';
import { TextField } from '#components/ui/field';
import type { Image } from '#lib/media/output';
import { useAction } from '../use-action.ts';
import type { PictureActions } from './picture-manager.tsx';

/** One picture with its words and its place. */
export function PictureCard({
  actions,
  name,
  image,
  at,
  count,
  isDragged,
  onStep,
  onDragStart,
  onDragOver,
  onDragEnd,
}: {
  actions: PictureActions;
  name: string;
  image: Image;
  at: number;
  count: number;
  isDragged: boolean;
  onStep: (by: -1 | 1) => void;
  onDragStart: () => void;
  onDragOver: () => void;
  onDragEnd: () => void;
}) {
  const [alt, setAlt] = useState(image.alt);
  const [error, setError] = useState<string>();
  const { run } = useAction(actions.describe, {
    done: 'Description saved.',
    onFailure: ({ fields, message }) => setError(fields.alt?.[0] ?? message),
  });
  function describe() {
    setError(undefined);
    if (alt.trim() !== image.alt) void run({ id: image.id, alt: alt.trim() });
  }
  const place = `picture ${at + 1}`;

  return (
    <li
      className="picture-card"
      data-dragged={isDragged}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        onDragOver();
      }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dragging is one more way; the buttons do the same */}
      <div className="picture-frame" draggable onDragStart={onDragStart} onDragEnd={onDragEnd}>
        <img
          src={image.url}
          srcSet={image.srcset_webp}
          sizes="(max-width: 40rem) 45vw, 220px"
          alt={image.alt || `Picture ${at + 1} of ${name}`}
          width={image.width}
          height={image.height}
          draggable={false}
        />
        {at === 0 ? (
          <span className="picture-face">
            <Badge tone="accent">Shown first</Badge>
          </span>
        ) : null}
      </div>
      <div className="picture-tools">
        <IconButton
          icon="chevronLeft"
          size="sm"
          data-step="-1"
          label={`Move ${place} earlier`}
          disabled={at === 0}
          onClick={() => onStep(-1)}
        />
        <IconButton
          icon="chevronRight"
          size="sm"
          data-step="1"
          label={`Move ${place} later`}
          disabled={at === count - 1}
          onClick={() => onStep(1)}
        />
        <span className="ml-auto">
          <ConfirmDialog
            title={`Remove ${place}?`}
            confirmLabel="Remove picture"
            action={actions.remove}
            input={{ id: image.id }}
            done="Picture removed."
            trigger={<IconButton icon="trash" size="sm" label={`Remove ${place}`} />}
          >
            It disappears from the shop at once. This cannot be undone.
          </ConfirmDialog>
        </span>
      </div>
      <TextField
        id={`alt-${image.id}`}
        name="alt"
        label={<span>What it shows</span>}
        placeholder="In a few words"
        maxLength={200}
        autoComplete="off"
        value={alt}
        error={error}
        onChange={(event) => setAlt(event.target.value)}
        onBlur={describe}
        onKeyDown={(event) => {
          if (event.key === 'Enter') describe();
        }}
      />
    </li>
  );
}
