'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button, IconButton } from './button.tsx';

/**
 * `toast('Added to cart')` from any client code; `<Toaster />` stands once in a layout. Messages are announced
 * politely and stay seven seconds, longer while the pointer or the focus is on them.
 */
export type ToastMessage = { text: string; action?: { label: string; run: () => void } };

const EVENT = 'barrow:toast';

export function toast(text: string, action?: ToastMessage['action']): void {
  window.dispatchEvent(new CustomEvent<ToastMessage>(EVENT, { detail: { text, action } }));
}

const isToast = (event: Event): event is CustomEvent<ToastMessage> =>
  event instanceof CustomEvent && typeof event.detail?.text === 'string';

export function Toaster() {
  const t = useTranslations('ui');
  const [messages, setMessages] = useState<(ToastMessage & { id: number })[]>([]);
  const [held, setHeld] = useState(false);
  const drop = (id: number) => setMessages((all) => all.filter((message) => message.id !== id));

  useEffect(() => {
    let next = 0;
    const listen = (event: Event) => {
      if (!isToast(event)) return;
      const message = { ...event.detail, id: next++ };
      setMessages((all) => [...all.slice(-2), message]);
    };
    window.addEventListener(EVENT, listen);
    return () => window.removeEventListener(EVENT, listen);
  }, []);

  const first = messages[0];
  useEffect(() => {
    if (!first || held) return;
    const timer = setTimeout(() => setMessages((all) => all.filter(({ id }) => id !== first.id)), 7000);
    return () => clearTimeout(timer);
  }, [first, held]);

  return (
    <section
      className="toasts no-print"
      aria-live="polite"
      aria-label={t('messages')}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {messages.map(({ id, text, action }) => (
        <div className="toast" key={id}>
          <span>{text}</span>
          {action ? (
            <Button
              variant="quiet"
              size="sm"
              onClick={() => {
                action.run();
                drop(id);
              }}
            >
              {action.label}
            </Button>
          ) : null}
          <IconButton icon="close" label={t('dismiss')} size="sm" onClick={() => drop(id)} />
        </div>
      ))}
    </section>
  );
}
