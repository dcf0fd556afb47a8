import { contract } from '#lib/http/contract';
import { chatKeyInput, readChatInput, sendChatInput, startChatInput } from './input.ts';
import { chatMessageOutput, chatViewOutput, connectedChatOutput, startedChatOutput } from './output.ts';

export const chatExample = {
  id: '0198c0de-0000-7000-8000-0000000000c1',
  status: 'waiting',
  visitor_name: 'Ana',
  visitor_email: 'ana@example.com',
  unread: 0,
} as const;
export const messageExample = {
  id: '0198c0de-0000-7000-8000-0000000000c2',
  seq: 1,
  sender_type: 'visitor',
  sender_name: null,
  message: 'Do you bake on Sundays?',
  at: '2026-05-31T08:00:00.000Z',
} as const;

const shown = { access: 'visitor', tag: 'Chat' } as const;

export const startChatApi = contract({
  ...shown,
  id: 'startChat',
  method: 'POST',
  path: '/sessions',
  summary: 'Begin to talk',
  description:
    'Begins a talk, or goes on with the one behind `Barrow-Chat` or the cookie. The key of a new one comes as `session`, in the header `Barrow-Chat` and as a cookie. What is said about the visitor is taken down.',
  body: startChatInput,
  output: startedChatOutput,
  status: 201,
  errors: ['CHAT_001'],
  example: {
    body: { name: 'Ana', email: 'ana@example.com' },
    data: { ...chatExample, status: 'open', session: 'k3J0Zr9m4Qx2b7Yt1uW5sE8dA6fGhJ0lZxCvBnM3pQo' },
  },
});

export const connectChatApi = contract({
  ...shown,
  id: 'connectChat',
  method: 'POST',
  path: '/chat/connect',
  summary: 'Listen to a talk',
  description:
    'The last messages, and the address of an event stream of this talk alone. The token in it is good for 60 seconds: an `EventSource` sends no headers.',
  body: chatKeyInput,
  output: connectedChatOutput,
  errors: ['CHAT_001'],
  example: {
    body: {},
    data: {
      stream_url: `/api/events?topics=chat:${chatExample.id}&token=1780214460.c2lnbmVk`,
      session: chatExample,
      messages: [messageExample],
    },
  },
});

export const listChatMessagesApi = contract({
  ...shown,
  id: 'listChatMessages',
  method: 'GET',
  path: '/chat/messages',
  summary: 'Read a talk',
  description: 'Messages after a number, oldest first, at most a hundred; without one the newest. They count as read.',
  query: readChatInput,
  output: chatViewOutput,
  errors: ['CHAT_001'],
  example: { query: { after: '0' }, data: { session: chatExample, messages: [messageExample] } },
});

export const sendChatMessageApi = contract({
  ...shown,
  id: 'sendChatMessage',
  method: 'POST',
  path: '/chat/messages',
  summary: 'Say something',
  description:
    'Adds a message of the visitor, at most 4,000 characters. `client_id` is made by the sender: sent again under it the message is not said twice.',
  body: sendChatInput,
  output: chatMessageOutput,
  status: 201,
  errors: ['CHAT_001'],
  example: { body: { message: messageExample.message, client_id: 'm-1' }, data: messageExample },
});
