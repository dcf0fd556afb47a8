import { z } from 'zod';
import { contract } from './contract.ts';

const shown = { method: 'GET', access: 'public', tag: 'Operation', isAnonymous: true } as const;

export const healthApi = contract({
  ...shown,
  id: 'getHealth',
  path: '/health',
  summary: 'Is the process alive',
  description: 'Answers as long as the process does, whatever the state of the database.',
  output: z.object({ status: z.literal('ok') }),
  example: { data: { status: 'ok' } },
});

export const readyApi = contract({
  ...shown,
  id: 'getReadiness',
  path: '/health/ready',
  summary: 'Can requests be served',
  description: 'The database answers, its migrations are current and the shop is loaded; otherwise 503.',
  output: z.object({ status: z.literal('ready') }),
  example: { data: { status: 'ready' } },
});

export const openApiApi = contract({
  ...shown,
  id: 'getOpenApi',
  path: '/openapi.json',
  summary: 'Get this document',
  description: 'The API described in OpenAPI 3.1, made from the schemas that parse requests and strip answers.',
  raw: 'application/json',
  example: { data: { openapi: '3.1.0', info: { title: 'Barrow', version: '1.0.0' }, paths: {} } },
});
