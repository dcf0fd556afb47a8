'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { Dialog } from '#components/ui/dialog';
import { Icon } from '#components/ui/icons';
import { HitRow, type SearchShop } from './hit-row.tsx';
import { foundWords, groupsOf } from './results.ts';
import { useDeskSearch } from './use-desk-search.ts';

/** The search of the whole desk: `/` opens it, arrows and Enter go to what was found, Escape closes it. */
export function DeskSearch({
  open,
  onOpenChange,
  shop,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  shop: SearchShop;
}) {
  const router = useRouter();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  // Enter came before the answer: whoever knows the number by heart does not wait for the list.
  const [isHurried, setHurried] = useState(false);
  const { words, isEnough, isAsking, found, failure } = useDeskSearch(typed);
  const groups = found ? groupsOf(found, words) : [];
  const hits = groups.flatMap((group) => group.hits);
  const chosen = Math.min(at, hits.length - 1);
  const optionId = (key: string) => `${id}-${key}`;
  const active = hits[chosen];
  const first = hits[0]?.href;

  function close() {
    setTyped('');
    setHurried(false);
    onOpenChange(false);
  }
  useEffect(() => {
    if (!isHurried || isAsking) return;
    setHurried(false);
    if (first === undefined) return;
    setTyped('');
    onOpenChange(false);
    router.push(first);
  }, [isHurried, isAsking, first, onOpenChange, router]);
  useEffect(() => {
    if (active) document.getElementById(`${id}-${active.key}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, id]);

  function press(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (hits.length > 0) setAt((chosen + (event.key === 'ArrowDown' ? 1 : hits.length - 1)) % hits.length);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing && isEnough) {
      event.preventDefault();
      if (isAsking) setHurried(true);
      else if (active) {
        close();
        router.push(active.href);
      }
    }
  }

  return (
    <Dialog
      open={open}
      onOpenChange={(isOpen) => (isOpen ? onOpenChange(true) : close())}
      kind="top"
      title="Search the order desk"
      hideTitle
      head={
        <span className="search-field">
          <Icon name="search" />
          <input
            type="text"
            role="combobox"
            aria-label="Search orders, customers and products"
            aria-expanded={hits.length > 0}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={active ? optionId(active.key) : undefined}
            aria-describedby={`${id}-hint`}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="go"
            maxLength={100}
            placeholder="Number, name, phone, product…"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setAt(0);
              setHurried(false);
            }}
            onKeyDown={press}
          />
        </span>
      }
    >
      <div id={`${id}-list`} role="listbox" aria-label="Found" aria-busy={isAsking} hidden={hits.length === 0}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox
          <div key={group.name} className="found-group" role="group" aria-label={group.name}>
            <p aria-hidden="true">{group.name}</p>
            {group.hits.map((hit) => (
              <HitRow
                key={hit.key}
                hit={hit}
                id={optionId(hit.key)}
                isAt={hit === active}
                shop={shop}
                onChoose={close}
                onPoint={() => setAt(hits.indexOf(hit))}
              />
            ))}
          </div>
        ))}
      </div>
      <p className="search-hint" id={`${id}-hint`} hidden={hits.length > 0}>
        {failure ??
          (isEnough
            ? 'Searching…'
            : 'An order by its number or just the end of it, a name, a phone however it is spelled, an e-mail address, a product or its SKU.')}
      </p>
      <p className="visually-hidden" role="status">
        {isEnough && !isAsking && found ? foundWords(found) : ''}
      </p>
    </Dialog>
  );
}
