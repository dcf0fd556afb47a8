'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button';
import { TextAreaField, TextField } from '#components/ui/field';
import { Notice } from '#components/ui/notice';
import type { ChatDoorDto } from '#lib/chat/output';
import { Said } from './said.tsx';
import { useTalk } from './use-talk.ts';
import { doorWords } from './words.ts';

/** The talk of a visitor: what was said, and a field to say more. Who they are is asked with the first words. */
export function Talk({ door, shopName }: { door: ChatDoorDto; shopName: string }) {
  const t = useTranslations('chat');
  const locale = useLocale();
  const { messages, pending, hasBegun, isOver, send } = useTalk(door);
  const shop = { name: shopName, timeZone: door.time_zone, locale };
  const end = useRef<HTMLLIElement>(null);
  const said = messages.length + pending.length;
  useEffect(() => {
    if (said > 0) end.current?.scrollIntoView({ block: 'nearest' });
  }, [said]);

  return (
    <div className="chat-talk">
      <div className="chat-scroll">
        <p className="chat-door">{doorWords(door, locale, t)}</p>
        {messages.length === 0 ? <p className="chat-words">{door.greeting || t('greeting')}</p> : null}
        <ol className="chat-list" aria-label={t('messages')} aria-live="polite">
          {messages.map((one) => (
            <Said key={one.seq} said={one} shop={shop} />
          ))}
          {pending.map((one) => (
            <li key={one.client_id} className="chat-said" data-by="visitor" data-state={one.state}>
              <p className="chat-words">{one.message}</p>
              <p className="chat-by">
                {one.state === 'sending' ? (
                  t('sending')
                ) : (
                  <>
                    {t('not_sent')}{' '}
                    <Button variant="link" onClick={() => void send(one)}>
                      {t('again')}
                    </Button>
                  </>
                )}
              </p>
            </li>
          ))}
          <li ref={end} aria-hidden="true" />
        </ol>
      </div>
      {isOver ? (
        <Notice title={t('ended')}>{null}</Notice>
      ) : (
        <Write
          key={String(hasBegun)}
          asksWho={!hasBegun}
          needsEmail={!hasBegun && !door.is_open}
          send={(message, who) => send({ client_id: crypto.randomUUID(), message }, who)}
        />
      )}
    </div>
  );
}

type Refused = Awaited<ReturnType<ReturnType<typeof useTalk>['send']>>;

function Write({
  asksWho,
  needsEmail,
  send,
}: {
  asksWho: boolean;
  needsEmail: boolean;
  send: (message: string, who: { name?: string; email?: string }) => Promise<Refused>;
}) {
  const t = useTranslations('chat');
  const [errors, setErrors] = useState<{ message?: string; email?: string; name?: string }>({});
  const form = useRef<HTMLFormElement>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const fields = new FormData(form.current ?? undefined);
    const text = (name: string) => String(fields.get(name) ?? '').trim();
    const [message, name, email] = [text('message'), text('name'), text('email')];
    if (message === '') return setErrors({ message: t('write') });
    if (needsEmail && email === '') return setErrors({ email: t('email_hint') });
    setErrors({});
    // Emptied at once, so that a second press says nothing twice; refused words come back.
    const field = form.current?.elements.namedItem('message');
    if (field instanceof HTMLTextAreaElement) field.value = '';
    const refused = await send(message, { ...(name ? { name } : {}), ...(email ? { email } : {}) });
    if (!refused || refused.ok) return;
    if (field instanceof HTMLTextAreaElement) field.value = message;
    const first = (of: string) => refused.fields[of]?.[0];
    setErrors({ message: first('message') ?? (first('email') ? undefined : refused.message), email: first('email') });
  }

  return (
    <form ref={form} className="chat-write" onSubmit={submit} noValidate>
      {asksWho ? (
        <div className="chat-who">
          <TextField name="name" id="chat-name" label={t('name')} optional autoComplete="name" error={errors.name} />
          <TextField
            name="email"
            id="chat-email"
            type="email"
            label={t('email')}
            optional={!needsEmail}
            autoComplete="email"
            hint={t('email_hint')}
            error={errors.email}
          />
        </div>
      ) : null}
      <div className="chat-line">
        <TextAreaField
          name="message"
          id="chat-message"
          label={t('message')}
          hideLabel
          placeholder={t('message')}
          rows={2}
          maxLength={4000}
          error={errors.message}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            form.current?.requestSubmit();
          }}
        />
        <Button type="submit">{t('send')}</Button>
      </div>
    </form>
  );
}
