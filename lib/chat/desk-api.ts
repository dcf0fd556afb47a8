import { z } from 'zod';
import { contract, idParamAs } from '#lib/http/contract';
import { messageExample } from './api.ts';
import { answerChatInput, changeChatInput, listChatsInput, MOST_SEQ } from './input.ts';
import { chatMessageOutput, chatRowOutput, deskChatOutput } from './output.ts';

const row = {
  id: '0198c0de-0000-7000-8000-0000000000c1',
  status: 'waiting',
  visitor_name: 'Ana',
  visitor_email: 'ana@example.com',
  customer_id: null,
  customer_name: null,
  user_id: null,
  assigned_to: null,
  assigned_name: null,
  unread: 1,
  last_message: messageExample.message,
  last_message_at: messageExample.at,
  locale: 'en',
  created_at: '2026-05-31T07:59:00.000Z',
} as const;
const whole = { ...row, path: '/products', messages: [messageExample], has_older: false, cart: null };

const desk = { access: 'staff', tag: 'Chat desk' } as const;
const onOne = { params: idParamAs('session_id'), errors: ['DB_002'] } as const;

export const listChatsApi = contract({
  ...desk,
  id: 'listChats',
  method: 'GET',
  path: '/admin/sessions',
  summary: 'List talks',
  description: 'Talks in which something was said, the newest word first; `show=unread` those with unread messages.',
  query: listChatsInput,
  output: chatRowOutput,
  isList: true,
  example: { query: { show: 'unread' }, data: [row] },
});

export const getChatApi = contract({
  ...desk,
  ...onOne,
  id: 'getChat',
  method: 'GET',
  path: '/admin/sessions/{id}',
  summary: 'Get a talk',
  description: 'Its newest fifty messages (those before the number `before`), and what is in the visitor’s cart.',
  query: z.object({
    before: z.coerce.number().int().min(1).max(MOST_SEQ).optional().describe('Only messages before this number'),
  }),
  output: deskChatOutput,
  example: { params: { id: row.id }, data: whole },
});

export const changeChatApi = contract({
  ...desk,
  ...onOne,
  id: 'changeChat',
  method: 'PATCH',
  path: '/admin/sessions/{id}',
  summary: 'Change a talk',
  description: 'Moves it, gives it to somebody of the staff, or says which customer or login the visitor is.',
  body: changeChatInput.omit({ session_id: true }),
  output: deskChatOutput,
  errors: ['DB_002', 'CHAT_002'],
  example: {
    params: { id: row.id },
    body: { status: 'resolved' },
    data: { ...whole, status: 'resolved', unread: 0 },
  },
});

export const answerChatApi = contract({
  ...desk,
  id: 'answerChat',
  method: 'POST',
  path: '/admin/chat/respond',
  summary: 'Answer in a talk',
  description:
    'As `staff`, or as `bot` for words that are marked as automatic. `client_id` is made by the sender: sent again under it the message is not said twice.',
  body: answerChatInput,
  output: chatMessageOutput,
  status: 201,
  errors: ['DB_002', 'CHAT_001'],
  example: {
    body: { session_id: row.id, message: 'We do, from eight.', sender_type: 'staff' },
    data: { ...messageExample, seq: 2, sender_type: 'staff', sender_name: 'Mara', message: 'We do, from eight.' },
  },
});
