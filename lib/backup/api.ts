import { z } from 'zod';
import { contract } from '#lib/http/contract';
import { backupsOutput } from './output.ts';

const desk = { access: 'admin', tag: 'Operation' } as const;
const params = z.object({ name: z.string().max(60) });

const backup = {
  name: 'barrow-20260601-030000.age',
  taken_at: '2026-06-01T03:00:00.000Z',
  app: '0.1.0',
  schema: '0022_live_ends',
  shop: 'Korn & Kruste',
  bytes: 6_389_307,
  sha256: '448e19d26451996dd4a02ecc824322009bf4c9c15d3ede557c3e6b5c9dfa3cbb',
  rows: 8097,
  orders: 502,
  customers: 30,
  files: 402,
  missing_files: 0,
  seconds: 2.6,
  checked: { at: '2026-06-01T03:00:09.000Z', how: 'restored', reason: null },
};
const state = {
  backups: [backup],
  is_working: false,
  has_passphrase: true,
  next_at: '2026-06-02T03:00:00.000Z',
  failure: null,
};

export const listBackupsApi = contract({
  ...desk,
  id: 'listBackups',
  method: 'GET',
  path: '/admin/backups',
  summary: 'List backups',
  description: 'The backups in the data folder of this server, what is in each and how its check ended.',
  output: backupsOutput,
  example: { data: state },
});

export const makeBackupApi = contract({
  ...desk,
  id: 'makeBackup',
  method: 'POST',
  path: '/admin/backups',
  summary: 'Make a backup',
  description:
    'In the background, while the shop goes on selling. `CONF_002` while one is made or checked, and where BACKUP_PASSPHRASE is not set.',
  output: backupsOutput,
  status: 202,
  errors: ['CONF_002'],
  example: { data: { ...state, is_working: true } },
});

export const downloadBackupApi = contract({
  ...desk,
  id: 'downloadBackup',
  method: 'GET',
  path: '/admin/backups/{name}',
  summary: 'Download a backup',
  description: 'The file as it is: encrypted by age with BACKUP_PASSPHRASE. The audit says who took it.',
  params,
  raw: 'application/octet-stream',
  errors: ['DB_002'],
  example: { params: { name: backup.name } },
});

export const checkBackupApi = contract({
  ...desk,
  id: 'checkBackup',
  method: 'POST',
  path: '/admin/backups/{name}/check',
  summary: 'Check a backup',
  description:
    'In the background: restores it into a database made for that, compares every row and file, and removes it again. Where the user of the database may make none, the file is read from beginning to end (`how` is `read`). `CONF_002` as when making one.',
  params,
  output: backupsOutput,
  status: 202,
  errors: ['DB_002', 'CONF_002'],
  example: { params: { name: backup.name }, data: { ...state, is_working: true } },
});
