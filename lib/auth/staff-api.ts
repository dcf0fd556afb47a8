import { z } from 'zod';
import { contract, idParamAs } from '#lib/http/contract';
import {
  changePasswordInput,
  createStaffInput,
  listStaffInput,
  setStaffPasswordInput,
  updateStaffInput,
} from './staff-input.ts';
import { staffOutput } from './staff-output.ts';

const desk = { access: 'admin', tag: 'Users' } as const;

const data = {
  id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e3101',
  name: 'Maria Stan',
  username: 'maria',
  email: 'maria@example.com',
  role: 'staff',
  is_active: true,
  has_second_factor: true,
  last_login_at: '2026-05-24T05:58:00.000Z',
  password_changed_at: '2026-02-01T08:00:00.000Z',
  created_at: '2026-02-01T08:00:00.000Z',
};
const onUser = { params: { id: data.id } };
const params = idParamAs('user_id');
const person = { name: data.name, username: data.username, email: data.email, role: data.role };

export const listUsersApi = contract({
  ...desk,
  id: 'listUsers',
  method: 'GET',
  path: '/admin/users',
  summary: 'List who works at the desk',
  description: 'Staff and admins, the active first, by name; `is_active` shows only those who can sign in, or cannot.',
  query: listStaffInput,
  output: staffOutput,
  isList: true,
  example: { query: { is_active: 'true' }, data: [data] },
});

export const createUserApi = contract({
  ...desk,
  id: 'createUser',
  method: 'POST',
  path: '/admin/users',
  summary: 'Give somebody a login of the desk',
  description: '`staff` work with orders and goods; `admin` change places, settings and users as well.',
  body: createStaffInput,
  output: staffOutput,
  status: 201,
  errors: ['CONF_001'],
  example: { body: { ...person, password: 'correct horse battery' }, data },
});

export const getUserApi = contract({
  ...desk,
  id: 'getUser',
  method: 'GET',
  path: '/admin/users/{id}',
  summary: 'Get a login of the desk',
  description: 'Who it is, what they may, and when they were last here.',
  params,
  output: staffOutput,
  errors: ['DB_002'],
  example: { ...onUser, data },
});

export const updateUserApi = contract({
  ...desk,
  id: 'updateUser',
  method: 'PATCH',
  path: '/admin/users/{id}',
  summary: 'Change a login of the desk',
  description:
    'Only what is given changes. `is_active: false` signs them out everywhere at once. One active admin must remain.',
  params,
  body: updateStaffInput,
  output: staffOutput,
  errors: ['DB_002', 'CONF_001', 'CONF_002'],
  example: { ...onUser, body: { role: 'admin' }, data: { ...data, role: 'admin' } },
});

export const deactivateUserApi = contract({
  ...desk,
  id: 'deactivateUser',
  method: 'DELETE',
  path: '/admin/users/{id}',
  summary: 'Take a login of the desk away',
  description: 'The same as `is_active: false`: what they did stays in the books, and it can be given back.',
  params,
  status: 204,
  errors: ['DB_002', 'CONF_002'],
  example: onUser,
});

export const setUserPasswordApi = contract({
  ...desk,
  id: 'setUserPassword',
  method: 'POST',
  path: '/admin/users/{id}/password',
  summary: 'Give somebody a new password',
  description: 'Signs them out everywhere.',
  params,
  body: setStaffPasswordInput,
  output: staffOutput,
  errors: ['DB_002'],
  example: { ...onUser, body: { password: 'correct horse battery' }, data },
});

export const resetUserSecondFactorApi = contract({
  ...desk,
  id: 'resetUserSecondFactor',
  method: 'DELETE',
  path: '/admin/users/{id}/second-factor',
  summary: 'Take away the second step of a colleague',
  description:
    'For somebody who has lost phone and recovery codes: signs them out everywhere and writes to them; the password alone opens the desk then. One’s own is ended with the password and a code, at `/auth/second-factor/end`.',
  params,
  output: staffOutput,
  errors: ['DB_002'],
  example: { ...onUser, data: { ...data, has_second_factor: false } },
});

export const changePasswordApi = contract({
  access: 'staff',
  tag: 'Sign-in',
  id: 'changePassword',
  method: 'POST',
  path: '/auth/password',
  summary: 'Change one’s own password',
  description: 'For those who work at the desk; ends all their other sessions. Ten tries in 15 minutes.',
  body: changePasswordInput,
  output: z.object({ changed: z.literal(true) }),
  example: {
    body: { current_password: 'correct horse battery', new_password: 'staple correct battery' },
    data: { changed: true },
  },
});
