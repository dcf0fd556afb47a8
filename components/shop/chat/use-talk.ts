import { useCallback, useEffect, useRef, useState } from 'react';
import { readChatAction, sayAction } from '#lib/chat/actions';
import type { ChatDoorDto, ChatMessageDto } from '#lib/chat/output';
import type { ActionResult } from '#lib/http/action';
import { useLive } from '../../live/use-live.ts';

/** What the visitor wrote and the shop has not confirmed yet. Its name makes sending it again the same message. */
export type Pending = { client_id: string; message: string; state: 'sending' | 'failed' };
export type Who = { name?: string; email?: string };

const LOOK_MS = 4000;

async function reached<T>(asked: Promise<ActionResult<T>>): Promise<ActionResult<T> | null> {
  try {
    return await asked;
  } catch {
    // The request did not arrive, or its answer did not: the next look, or the next try, tells.
    return null;
  }
}

const merged = (known: readonly ChatMessageDto[], more: readonly ChatMessageDto[]): ChatMessageDto[] =>
  [...new Map([...known, ...more].map((one) => [one.seq, one])).values()].sort((a, b) => a.seq - b.seq);

/**
 * A talk in the browser: hears of new words by the stream (without one it looks every few seconds), looks at once when the
 * tab wakes up, and keeps what could not be sent until it is.
 */
export function useTalk(door: ChatDoorDto) {
  const [messages, setMessages] = useState(door.messages);
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const [heard, setHeard] = useState({ session: door.session, token: door.live_token });
  const [hasBegun, setBegun] = useState(door.session !== null);
  const [isOver, setOver] = useState(door.session?.status === 'blocked');
  const last = useRef(0);
  last.current = messages.at(-1)?.seq ?? 0;

  const look = useCallback(async (isRefused = false) => {
    const result = await reached(readChatAction({ after: last.current }));
    if (result === null) return;
    if (!result.ok) return setOver(result.code === 'CHAT_001');
    const { messages: more, session, live_token: token } = result.data;
    setMessages((known) => merged(known, more));
    // Another token would open the stream anew: one is needed to begin, and after a refusal.
    setHeard((known) => (known.session === null || isRefused ? { session, token } : known));
  }, []);

  const topic = heard.session === null || isOver ? null : `chat:${heard.session.id}`;
  useLive(topic, {
    heard: () => void look(),
    lookAgain: () => void look(true),
    everyMs: LOOK_MS,
    ...(heard.token && { token: heard.token }),
  });
  useEffect(() => {
    if (topic === null) return;
    // A tab that slept may have missed what the stream said.
    const whenSeen = () => {
      if (document.visibilityState === 'visible') void look();
    };
    document.addEventListener('visibilitychange', whenSeen);
    window.addEventListener('online', whenSeen);
    return () => {
      document.removeEventListener('visibilitychange', whenSeen);
      window.removeEventListener('online', whenSeen);
    };
  }, [topic, look]);

  /** The refusal, where there is one; null when it was said. */
  async function send(words: Omit<Pending, 'state'>, who: Who = {}) {
    const { client_id, message } = words;
    setPending((waiting) => [...waiting.filter((one) => one.client_id !== client_id), { ...words, state: 'sending' }]);
    const result = await reached(sayAction({ message, client_id, path: location.pathname, ...who }));
    if (result?.ok) {
      setPending((waiting) => waiting.filter((one) => one.client_id !== client_id));
      setMessages((known) => merged(known, [result.data]));
      setBegun(true);
      if (!hasBegun) void look();
      return null;
    }
    // Refused words go back to the field they came from; those that got lost on the way wait to be sent again.
    setPending((waiting) =>
      result === null
        ? waiting.map((one) => (one.client_id === client_id ? { ...one, state: 'failed' } : one))
        : waiting.filter((one) => one.client_id !== client_id),
    );
    if (result?.code === 'CHAT_001') setOver(true);
    return result;
  }

  return { messages, pending, hasBegun, isOver, send };
}
