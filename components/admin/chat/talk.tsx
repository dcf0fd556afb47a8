'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button';
import { SelectField, TextAreaField } from '#components/ui/field';
import { Notice } from '#components/ui/notice';
import { answerChatAction, readDeskChatAction } from '#lib/chat/actions';
import type { ChatMessageDto, DeskChatDto } from '#lib/chat/output';
import { settle, useAction } from '../use-action.ts';
import { useLeaveGuard } from '../use-leave-guard.ts';
import { Messages } from './messages.tsx';
import { whoWords } from './words.ts';

type Reply = { title: string; text: string };

/** One talk: what was said, older words on demand, and the field to answer with its prepared replies. */
export function Talk({
  chat,
  replies,
  shop,
}: {
  chat: DeskChatDto;
  replies: readonly Reply[];
  shop: { locale: string; timeZone: string };
}) {
  const [older, setOlder] = useState<{ messages: ChatMessageDto[]; hasMore: boolean } | null>(null);
  const end = useRef<HTMLDivElement>(null);
  const newest = chat.messages.at(-1)?.seq ?? 0;
  useEffect(() => {
    if (newest > 0) end.current?.scrollIntoView({ block: 'nearest' });
  }, [newest]);

  const messages = [...(older?.messages ?? []), ...chat.messages];
  const hasMore = older?.hasMore ?? chat.has_older;
  async function readOlder() {
    const before = messages[0]?.seq;
    if (before === undefined) return;
    const result = await settle(readDeskChatAction({ session_id: chat.id, before }));
    if (!result.ok) return;
    setOlder({ messages: [...result.data.messages, ...(older?.messages ?? [])], hasMore: result.data.has_older });
  }

  return (
    <section className="talk-panel" aria-label={`Talk with ${whoWords(chat)}`}>
      <div className="talk-scroll">
        {hasMore ? (
          <Button variant="quiet" size="sm" onClick={() => void readOlder()}>
            Older messages
          </Button>
        ) : null}
        <Messages messages={messages} visitor={whoWords(chat)} shop={shop} />
        <div ref={end} />
      </div>
      {chat.status === 'blocked' ? (
        <Notice tone="bad" title="Blocked">
          <p>Neither side can write here. Open the talk again to answer.</p>
        </Notice>
      ) : (
        <Answer key={chat.id} chat={chat} replies={replies} />
      )}
    </section>
  );
}

/** A text that did not get through stays, and is sent again under the same name: it cannot be said twice. */
function Answer({ chat, replies }: { chat: DeskChatDto; replies: readonly Reply[] }) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const name = useRef<string | null>(null);
  useLeaveGuard(text.trim() !== '');
  const { run, busy } = useAction(answerChatAction, {
    onFailure: (failure) => setError(failure.fields.message?.[0] ?? failure.message),
    onDone: () => {
      name.current = null;
      setText('');
    },
  });
  function change(next: string) {
    // Other words are another message.
    name.current = null;
    setError(null);
    setText(next);
  }
  function send() {
    if (text.trim() === '') return setError('Write a message.');
    name.current ??= crypto.randomUUID();
    void run({ session_id: chat.id, message: text, client_id: name.current });
  }
  return (
    <form
      className="talk-answer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextAreaField
        name="message"
        label={`Answer ${whoWords(chat)}`}
        rows={3}
        value={text}
        error={error ?? undefined}
        hint={chat.visitor_email ? 'Unread after three minutes, it also goes by mail.' : undefined}
        onChange={(event) => change(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
        }}
      />
      <div className="talk-buttons">
        {replies.length > 0 ? (
          <SelectField
            hideLabel
            name="reply"
            label="Prepared replies"
            value=""
            options={[
              { value: '', label: 'Prepared replies' },
              ...replies.map(({ title }, at) => ({ value: String(at + 1), label: title })),
            ]}
            onChange={(event) => {
              const reply = replies[Number(event.target.value) - 1];
              if (reply) change(text.trim() === '' ? reply.text : `${text.trimEnd()}\n${reply.text}`);
            }}
          />
        ) : null}
        <Button type="submit" busy={busy}>
          Send
        </Button>
      </div>
    </form>
  );
}
