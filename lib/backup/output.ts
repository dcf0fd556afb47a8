import { z } from 'zod';
import { recordSchema } from './rules.ts';

export const backupOutput = recordSchema.extend({ name: z.string() });
export type BackupDto = z.output<typeof backupOutput>;

export const backupsOutput = z.object({
  backups: z.array(backupOutput).meta({ description: 'The newest first.' }),
  /** Of the one that is made or checked right now, or will be in a moment. */
  is_working: z.boolean(),
  has_passphrase: z.boolean().meta({ description: 'Without BACKUP_PASSPHRASE none can be made here.' }),
  next_at: z.iso.datetime().nullable().meta({ description: 'When the next one is made by itself; null = never.' }),
  failure: z
    .object({ at: z.iso.datetime(), reason: z.string() })
    .nullable()
    .meta({ description: 'Why the last one came to nothing; null when it did not.' }),
});
export type BackupsDto = z.output<typeof backupsOutput>;
