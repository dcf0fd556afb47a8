import type { Who } from '#tests/integration/access/who';

/** Jobs, outbox, audit and the state of the machine. */
export const endpoints: Record<string, Who> = {
  getHealth: 'anyone',
  getReadiness: 'anyone',
  getOpenApi: 'anyone',
  listAudit: 'admin',
  listOutbox: 'admin',
  listBackups: 'admin',
  makeBackup: 'admin',
  downloadBackup: 'admin',
  checkBackup: 'admin',
  listJobs: 'admin',
  retryJob: 'admin',
  getMetrics: 'admin',
};

export const actions: Record<string, Who> = {
  'backup/makeBackupAction': 'admin',
  'backup/checkBackupAction': 'admin',
  'jobs/retryJobAction': 'admin',
  'notices/retryNoticeAction': 'admin',
};
