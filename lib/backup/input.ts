import { z } from 'zod';

export const backupRefInput = z.strictObject({ name: z.string().max(60) });
export type BackupRef = z.output<typeof backupRefInput>;

export const noInput = z.strictObject({});
