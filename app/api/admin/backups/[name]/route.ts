import { downloadBackupApi } from '#lib/backup/api';
import { downloadBackup } from '#lib/backup/commands';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(downloadBackupApi, downloadBackup),
});
