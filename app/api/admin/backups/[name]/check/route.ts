import { checkBackupApi } from '#lib/backup/api';
import { checkBackup } from '#lib/backup/commands';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(checkBackupApi, checkBackup),
});
