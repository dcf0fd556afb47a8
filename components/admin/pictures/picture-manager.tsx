'use client';

import { type DragEvent, useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button';
import type { ActionResult } from '#lib/http/action';
import type { Image } from '#lib/media/output';
import { UploadRow } from '../upload-row.tsx';
import { useAction } from '../use-action.ts';
import { usePictureUpload } from '../use-picture-upload.ts';
import { PictureCard } from './picture-card.tsx';

/** What the server does with the pictures of one thing. */
export type PictureActions = {
  order: (input: { ids: string[] }) => Promise<ActionResult<Image[]>>;
  describe: (input: { id: string; alt: string }) => Promise<ActionResult<Image>>;
  remove: (input: { id: string }) => Promise<ActionResult<void>>;
};

/**
 * The pictures of `name`: added by button or drop, several at once, to `address`; dragged or moved by buttons; the first
 * is its face. `full` is said where `most` are there.
 */
export function PictureManager({
  name,
  images,
  address,
  most,
  full,
  actions,
}: {
  name: string;
  images: Image[];
  address: string;
  most: number;
  full: string;
  actions: PictureActions;
}) {
  const [order, setOrder] = useState(images);
  const [dragged, setDragged] = useState<string | null>(null);
  const [isOver, setOver] = useState(false);
  const [said, say] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const { run, busy } = useAction(actions.order, { onFailure: () => setOrder(images) });
  const { uploads, add, retry, dismiss } = usePictureUpload({ address, method: 'POST' }, most - images.length, full);
  // What the server says counts, whatever was tried here.
  useEffect(() => setOrder(images), [images]);

  function place(next: Image[]) {
    setOrder(next);
    void run({ ids: next.map(({ id }) => id) });
  }
  function move(id: string, to: number) {
    const image = order.find((one) => one.id === id);
    if (!image || to < 0 || to >= order.length) return;
    const rest = order.filter((one) => one.id !== id);
    place([...rest.slice(0, to), image, ...rest.slice(to)]);
    say(`Picture is now ${to + 1} of ${order.length}.`);
  }
  function step(id: string, by: -1 | 1) {
    const to = order.findIndex((one) => one.id === id) + by;
    move(id, to);
    // The button went along with its picture; at an end the opposite one takes over.
    requestAnimationFrame(() => {
      const card = list.current?.querySelectorAll('.picture-card')[to];
      const wanted = card?.querySelector<HTMLButtonElement>(`[data-step="${by}"]`);
      const button = wanted?.disabled ? card?.querySelector<HTMLButtonElement>('[data-step]:enabled') : wanted;
      button?.focus();
    });
  }
  /** While it is dragged, a picture takes the place it hovers; it is written when it is let go. */
  function hover(over: string) {
    if (dragged === null || dragged === over) return;
    const image = order.find(({ id }) => id === dragged);
    const to = order.findIndex(({ id }) => id === over);
    if (!image) return;
    const rest = order.filter(({ id }) => id !== dragged);
    setOrder([...rest.slice(0, to), image, ...rest.slice(to)]);
  }
  function settle() {
    if (dragged === null) return;
    setDragged(null);
    if (order.some(({ id }, at) => images[at]?.id !== id)) place(order);
  }
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const room = most - order.length - uploads.filter(({ error }) => error === null).length;

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button does the same
    <div
      className="pictures"
      data-over={isOver}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!hasFiles(event)) return;
        event.preventDefault();
        add([...event.dataTransfer.files]);
      }}
    >
      {order.length > 0 ? (
        <ul className="picture-list" ref={list} aria-busy={busy}>
          {order.map((image, at) => (
            <PictureCard
              key={image.id}
              actions={actions}
              name={name}
              image={image}
              at={at}
              count={order.length}
              isDragged={dragged === image.id}
              onStep={(by) => step(image.id, by)}
              onDragStart={() => setDragged(image.id)}
              onDragOver={() => hover(image.id)}
              onDragEnd={settle}
            />
          ))}
        </ul>
      ) : null}
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
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
      <div className="picture-drop">
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept="image/jpeg,image/png,image/webp"
          aria-label="Pictures to add"
          onChange={(event) => {
            add([...(event.target.files ?? [])]);
            // The same file may be chosen again.
            event.target.value = '';
          }}
        />
        <Button variant="secondary" icon="image" disabled={room <= 0} onClick={() => input.current?.click()}>
          Add pictures
        </Button>
        <p className="text-sm text-ink-soft">
          {room <= 0
            ? `${full} Remove one to add another.`
            : `Or drop them here. JPEG, PNG or WebP, up to 8 MB each, ${room} more.`}
        </p>
      </div>
    </div>
  );
}
