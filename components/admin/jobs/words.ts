import type { Tone } from '#components/ui/badge';
import type { JobFilter, JobState } from '#lib/jobs/rules';
import type { QueueName } from '#lib/jobs/table';

/** What the desk calls background work, and the color of the dot beside it. */

export const QUEUE: Record<QueueName, string> = {
  order_processing: 'Orders',
  user_events: 'Sign-ins',
  notifications: 'Messages',
  webhooks: 'Webhooks',
  maintenance: 'Housekeeping',
  backups: 'Backups',
};

export const JOB_STATE: Record<JobState, { label: string; tone: Tone }> = {
  waiting: { label: 'Waiting', tone: 'warn' },
  retrying: { label: 'Will be tried again', tone: 'warn' },
  running: { label: 'Running', tone: 'accent' },
  done: { label: 'Done', tone: 'good' },
  failed: { label: 'Failed', tone: 'bad' },
  cancelled: { label: 'Called off', tone: 'plain' },
};

/** In the order of the choice; the first is what the page shows by itself. */
export const STATE_FILTER: readonly { value: JobFilter | ''; label: string }[] = [
  { value: '', label: 'Not done yet' },
  { value: 'waiting', label: 'Waiting' },
  { value: 'retrying', label: 'Will be tried again' },
  { value: 'running', label: 'Running' },
  { value: 'failed', label: 'Failed' },
  { value: 'done', label: 'Done' },
  { value: 'all', label: 'Any state' },
];

const JOB: Readonly<Record<string, string>> = {
  'expire-quotes': 'End quotes that nobody accepted',
  'complete-bookings': 'Complete bookings whose day is over',
  'tell-of-event': 'Decide whom to tell',
  'deliver-notice': 'Send a message',
  'retry-notice': 'Send a message again',
  'tell-webhooks': 'Decide which webhooks to call',
  'deliver-webhook': 'Call a webhook',
  'deliver-asked-webhook': 'Call a webhook that was asked for',
  'retry-webhooks': 'Call webhooks that are due',
  'release-unpaid': 'Release unpaid orders',
  'remind-unpaid': 'Remind of unpaid orders',
  'finish-erasure': 'Finish erasing a person',
  'anonymise-idle-guests': 'Forget guests who have not been here for long',
  'answer-chat': 'Answer in the chat by a rule',
  'announce-unread-chats': 'Write to whoever missed a message of the chat',
  'track-user': 'Write down a sign-in',
  'run-import': 'Apply an import',
  'run-asked-import': 'Apply an import that was asked for',
  'resume-imports': 'Go on with imports that stopped',
  watch: 'Look after what the shop promises',
  'watch-certificate': 'Look at the certificate of the shop',
  'recount-stock': 'Count stock again from its movements',
  sweep: 'Clean up',
  'back-up-when-due': 'See whether a backup is due',
  'make-backup': 'Make a backup',
  'make-asked-backup': 'Make a backup that was asked for',
  'check-backup': 'Check a backup',
  'check-asked-backup': 'Check a backup that was asked for',
};

/** Work that has no words here is read as its name is spelled. */
export function jobLabel(name: string): string {
  const words = name.replaceAll(/[-_]/g, ' ');
  return JOB[name] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

const ERROR: Readonly<Record<string, string>> = {
  'BackupFailed BACKUP': 'No backup came of it. The page of backups says why.',
  'job heartbeat timeout': 'The process that did it ended in the middle.',
  'job timed out': 'It took too long and was given up.',
  'pg-boss shut down while active': 'The shop was stopped in the middle of it.',
  DB_001: 'The database was away.',
};

/** Why a try failed: in words where there are some, else the name or code that the logs carry too. */
export const errorWords = (error: string): string => ERROR[error] ?? error;

/** `40 s`, `12 min`, `5 h`, `3 days`. */
export function ageWords(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172_800) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86_400)} days`;
}
