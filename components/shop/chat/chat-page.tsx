'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useActionState, useEffect, useState } from 'react';
import { TextAreaField, TextField } from '#components/ui/field';
import { Notice } from '#components/ui/notice';
import { SubmitButton } from '#components/ui/submit-button';
import { writeToShopAction } from '#lib/chat/actions';
import type { ChatDoorDto } from '#lib/chat/output';
import { formStart } from '#lib/http/form-state';
import { Said } from './said.tsx';
import { Talk } from './talk.tsx';
import { doorWords } from './words.ts';

/** The talk as a page of its own: a contact form that works without script, and the talk itself where there is some. */
export function ChatPage({ door, shopName, firstId }: { door: ChatDoorDto; shopName: string; firstId: string }) {
  const [isScripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  return isScripted ? (
    <Talk door={door} shopName={shopName} />
  ) : (
    <ContactForm door={door} shopName={shopName} firstId={firstId} />
  );
}

function ContactForm({ door, shopName, firstId }: { door: ChatDoorDto; shopName: string; firstId: string }) {
  const t = useTranslations('chat');
  const locale = useLocale();
  const [{ result, values }, send] = useActionState(
    writeToShopAction,
    formStart({ name: door.session?.visitor_name ?? '', email: door.session?.visitor_email ?? '' }),
  );
  const failure = result?.ok === false ? result : null;
  const errorOf = (name: string) => failure?.fields[name]?.[0];
  const shop = { name: shopName, timeZone: door.time_zone, locale };
  const wasSent = result?.ok === true;
  return (
    <div className="chat-form">
      <p className="text-ink-soft">{doorWords(door, locale, t)}</p>
      {door.messages.length > 0 ? (
        <ol className="chat-list" aria-label={t('messages')}>
          {door.messages.map((one) => (
            <Said key={one.seq} said={one} shop={shop} />
          ))}
        </ol>
      ) : null}
      {wasSent ? (
        <Notice tone="good" title={t('sent_title')}>
          <p>{t('sent_text')}</p>
        </Notice>
      ) : null}
      {failure ? (
        <Notice tone="bad" title={failure.message}>
          {null}
        </Notice>
      ) : null}
      <form action={send} noValidate>
        {/* Made with the page: sent twice it is one message. */}
        <input type="hidden" name="client_id" value={wasSent ? `${firstId}-${result.data.seq}` : firstId} />
        <TextField
          name="name"
          label={t('name')}
          autoComplete="name"
          defaultValue={values.name}
          error={errorOf('name')}
        />
        <TextField
          name="email"
          type="email"
          label={t('email')}
          autoComplete="email"
          hint={t('email_hint')}
          defaultValue={values.email}
          error={errorOf('email')}
        />
        <TextAreaField
          name="message"
          label={t('message')}
          rows={5}
          defaultValue={wasSent ? '' : values.message}
          error={errorOf('message')}
        />
        <SubmitButton size="lg">{t('send')}</SubmitButton>
      </form>
    </div>
  );
}
