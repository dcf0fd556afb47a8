import { listBackupsApi, makeBackupApi } from '#lib/backup/api';
import { makeBackup } from '#lib/backup/commands';
import { getBackups } from '#lib/backup/queries';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listBackupsApi, getBackups),
  POST: endpoint(makeBackupApi, makeBackup),
});
