'use client';

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Field, Input } from '#components/ui/field';
import { Icon } from '#components/ui/icons';

const PAUSE_MS = 180;

export type Choice<T> = { id: string; label: string; note?: ReactNode; end?: ReactNode; disabled?: boolean; value: T };

/**
 * Typing to choose one of many: asks `search` as the words change and hands the choice to `onChoose`, then is empty
 * again. Arrows move, Enter chooses, Escape closes. `none` is said when nothing was found; `extra` is a way on from
 * there, offered with what was typed.
 */
export function Combobox<T>({
  id: givenId,
  label,
  hint,
  error,
  placeholder,
  least = 2,
  search,
  onChoose,
  none,
  extra,
  autoFocus,
}: {
  id?: string;
  label: string;
  hint?: ReactNode;
  error?: ReactNode;
  placeholder?: string;
  /** Letters before it asks. */
  least?: number;
  search: (words: string) => Promise<Choice<T>[]>;
  onChoose: (value: T) => void;
  none: string;
  extra?: { label: (words: string) => string; choose: (words: string) => void };
  autoFocus?: boolean;
}) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const [words, setWords] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const [found, setFound] = useState<{ words: string; choices: Choice<T>[] } | null>(null);
  const asked = useRef(0);
  const input = useRef<HTMLInputElement>(null);
  const wanted = words.trim();
  const isAsking = wanted.length >= least && found?.words !== wanted;
  const searchNow = useRef(search);
  searchNow.current = search;

  useEffect(() => {
    if (wanted.length < least) return;
    const mine = ++asked.current;
    const timer = setTimeout(async () => {
      const choices = await searchNow.current(wanted);
      // An answer that was overtaken by newer words is of no use.
      if (mine !== asked.current) return;
      setFound({ words: wanted, choices });
      setAt(0);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [wanted, least]);

  const choices = found && wanted.length >= least ? found.choices : [];
  const rows = choices.length + (extra && wanted.length >= least ? 1 : 0);
  // With the first answer and not before: what is offered last must not stand where the first one is about to.
  const isShown = isOpen && wanted.length >= least && found !== null;

  function choose(index: number) {
    const choice = choices[index];
    if (choice?.disabled) return;
    if (choice) onChoose(choice.value);
    else if (extra && index === choices.length) extra.choose(wanted);
    else return;
    setWords('');
    setFound(null);
    setOpen(false);
  }
  function press(event: KeyboardEvent) {
    if (event.key === 'Escape' && isShown) {
      event.preventDefault();
      setOpen(false);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      if (rows > 0) setAt((at + (event.key === 'ArrowDown' ? 1 : rows - 1)) % rows);
    } else if (event.key === 'Enter' && wanted !== '') {
      // Never sends the form around it: the answer may still be on its way.
      event.preventDefault();
      if (isShown && !isAsking) choose(at);
    }
  }
  const optionId = (index: number) => `${id}-option-${index}`;

  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(aria) => (
        <div className="combo">
          <span className="control-affix">
            <span className="affix" data-side="start">
              <Icon name="search" size={16} />
            </span>
            <Input
              {...aria}
              ref={input}
              role="combobox"
              aria-expanded={isShown}
              aria-controls={`${id}-list`}
              aria-autocomplete="list"
              aria-activedescendant={isShown && rows > 0 ? optionId(at) : undefined}
              autoComplete="off"
              autoFocus={autoFocus}
              placeholder={placeholder}
              value={words}
              onChange={(event) => {
                setWords(event.target.value);
                setOpen(true);
              }}
              onKeyDown={press}
              onBlur={() => setOpen(false)}
              onFocus={() => setOpen(true)}
            />
          </span>
          <div className="combo-list" id={`${id}-list`} role="listbox" aria-label={label} hidden={!isShown}>
            {choices.map((choice, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys, as the pattern asks
              <div
                key={choice.id}
                id={optionId(index)}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                aria-disabled={choice.disabled || undefined}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => choose(index)}
              >
                <span className="min-w-0">
                  {choice.label}
                  {choice.note ? <span className="block text-sm text-ink-soft">{choice.note}</span> : null}
                </span>
                {choice.end ? <span className="num whitespace-nowrap">{choice.end}</span> : null}
              </div>
            ))}
            {extra && wanted.length >= least ? (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys, as the pattern asks
              <div
                id={optionId(choices.length)}
                role="option"
                tabIndex={-1}
                aria-selected={at === choices.length}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => choose(choices.length)}
              >
                <span className="flex items-center gap-2">
                  <Icon name="plus" size={16} />
                  {extra.label(wanted)}
                </span>
              </div>
            ) : null}
          </div>
          <p className="visually-hidden" role="status">
            {isShown && !isAsking ? (choices.length === 0 ? none : `${choices.length} found`) : ''}
          </p>
          {isShown && !isAsking && choices.length === 0 && !extra ? (
            <p className="field-hint mt-1" aria-hidden="true">
              {none}
            </p>
          ) : null}
        </div>
      )}
    </Field>
  );
}
