import type { Health } from '#lib/system/queries';
import { hitRate, idleSeconds, oldestSeconds, sumOf, type Verdict, watchOf } from '#lib/system/rules';
import { versionWords } from '#lib/version';
import { figure } from '../figure.ts';
import { ageWords } from '../jobs/words.ts';
import { adviceOn, problemOf } from './alarms.ts';
import { percent, sizeWords } from './words.ts';

/** One thing that is looked at: what is known, and what to do about it where there is something to do. */
export type Line = {
  name: string;
  verdict: Verdict;
  fact: string;
  /** A moment behind the fact. */
  at?: string | null;
  advice?: string;
  href?: { to: string; label: string };
};
export type LineGroup = { title: string; lines: Line[] };

const plural = (count: number, one: string, many: string, locale: string) =>
  `${figure(count, locale)} ${count === 1 ? one : many}`;

function databaseLines({ figures: { database, schema }, verdicts }: Health, locale: string): Line[] {
  const { applied, known, newest, isLoaded } = schema;
  const isBehind = applied < known;
  return [
    {
      name: 'Database',
      verdict: verdicts.database,
      fact: `PostgreSQL ${database.version.split(' ')[0]}, ${sizeWords(database.bytes)}`,
    },
    {
      name: 'Migrations',
      verdict: verdicts.schema,
      fact: isLoaded ? `${applied} of ${known}, ${newest ?? 'the newest unknown here'}` : 'No shop is loaded',
      advice: isBehind
        ? 'Run npm run db:migrate, or restart the shop: npm start does it.'
        : applied > known
          ? 'A newer version has changed the database. Bring this one up to date as well.'
          : isLoaded
            ? undefined
            : 'Run npm run db:seed.',
    },
    {
      name: 'Connections',
      verdict: verdicts.connections,
      fact: `${figure(database.connections, locale)} of ${figure(database.connections_at_most, locale)}`,
      advice:
        verdicts.connections === 'fine'
          ? undefined
          : 'Lower DATABASE_POOL_MAX, raise max_connections of PostgreSQL, or put a pooler in front.',
    },
    {
      name: 'Clock',
      verdict: verdicts.clock,
      fact: verdicts.clock === 'fine' ? 'Agrees with the database' : `${ageWords(database.clock_off_seconds)} off`,
      advice: verdicts.clock === 'fine' ? undefined : 'Switch on time synchronization (NTP) on both machines.',
    },
  ];
}

function workLines({ figures: { queues, lag, services }, verdicts }: Health, locale: string): Line[] {
  const idle = idleSeconds(queues);
  const failed = sumOf(queues, 'failed');
  const open = sumOf(queues, 'waiting') + sumOf(queues, 'retrying') + sumOf(queues, 'running');
  const jobs = (label: string, to = '/admin/jobs') => ({ to, label });
  return [
    {
      name: 'Worker',
      verdict: verdicts.worker,
      fact: idle === null ? 'Has finished nothing yet' : `Finished something ${ageWords(idle)} ago`,
      advice:
        verdicts.worker === 'fine'
          ? undefined
          : services.worker
            ? 'It runs in this server and begins within a minute of its start. If not, the log says why.'
            : 'This server does no background work (WORKER=off): see that npm run worker is running.',
    },
    {
      name: 'Events',
      verdict: verdicts.events,
      fact:
        lag === null
          ? 'Nobody listens'
          : lag.events === 0
            ? 'None wait'
            : `${plural(lag.events, 'waits', 'wait', locale)}, the oldest for ${ageWords(lag.oldest_seconds)}`,
      advice:
        verdicts.events === 'fine'
          ? undefined
          : 'What happens in the shop is not being told. See to the worker; a transaction left open for long holds it back as well.',
    },
    {
      name: 'Queues',
      verdict: verdicts.queues,
      fact: open === 0 ? 'Nothing waits' : `${plural(open, 'job', 'jobs', locale)} open`,
      advice:
        verdicts.queues === 'fine'
          ? undefined
          : `The oldest has waited ${ageWords(oldestSeconds(queues))}. See to the worker, or start another with npm run worker.`,
      href: open === 0 ? undefined : jobs('Show jobs'),
    },
    {
      name: 'Failed jobs',
      verdict: verdicts.failedJobs,
      fact: failed === 0 ? 'None in three days' : `${figure(failed, locale)} in three days`,
      advice: failed === 0 ? undefined : 'See why they failed, mend it and try them again.',
      href: failed === 0 ? undefined : jobs('Show what failed', '/admin/jobs?state=failed'),
    },
  ];
}

function messageLines({ figures: { messages, webhooks, services }, verdicts }: Health, locale: string): Line[] {
  const captured = 'Captured in the outbox: nobody gets it';
  const unheard = webhooks.failing + webhooks.switched_off;
  return [
    {
      name: 'Mail',
      verdict: verdicts.mail,
      fact: services.mail ? (messages.mail_sent_at ? 'Last sent' : 'Set up; none sent in 30 days') : captured,
      at: services.mail ? messages.mail_sent_at : null,
      advice: services.mail ? undefined : 'Set SMTP_URL and MAIL_FROM before customers order.',
    },
    {
      name: 'SMS',
      verdict: verdicts.sms,
      fact: services.sms ? (messages.sms_sent_at ? 'Last sent' : 'Set up; none sent in 30 days') : captured,
      at: services.sms ? messages.sms_sent_at : null,
      advice: services.sms
        ? undefined
        : 'Set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM if customers shall get SMS.',
    },
    {
      name: 'Outbox',
      verdict: verdicts.outbox,
      fact: messages.failed === 0 ? 'No failures in 7 days' : `${figure(messages.failed, locale)} failed in 7 days`,
      advice:
        verdicts.outbox === 'broken'
          ? 'Nothing has been sent since the last failures. Check the service, then send them again.'
          : verdicts.outbox === 'fine'
            ? undefined
            : messages.failed > 0
              ? 'Read why, and send again what people still need.'
              : `The oldest waits for ${ageWords(messages.waiting_seconds)}: see to the worker.`,
      href: messages.failed === 0 ? undefined : { to: '/admin/outbox?status=failed', label: 'Show what failed' },
    },
    {
      name: 'Webhooks',
      verdict: verdicts.webhooks,
      fact: unheard === 0 ? 'None is failing' : `${figure(unheard, locale)} failing or switched off`,
      advice: unheard === 0 ? undefined : 'See what the other program answers, then send a test.',
      href: unheard === 0 ? undefined : { to: '/admin/settings/webhooks', label: 'Show webhooks' },
    },
  ];
}

function backupLine({ figures: { backups }, verdicts }: Health): Line {
  const advice = backups.has_failed
    ? 'The last one came to nothing, or cannot be restored. The page of backups says why.'
    : !backups.is_planned
      ? 'Set BACKUP_PASSPHRASE in .env and restart, and one is made every night.'
      : verdicts.backups === 'broken' || backups.newest_at !== null
        ? 'One that was planned has not been made: see to the worker, or make one now.'
        : 'The first one is made within minutes. Or make one now.';
  return {
    name: 'Backups',
    verdict: verdicts.backups,
    fact: backups.newest_at === null ? 'None yet' : 'Last made',
    at: backups.newest_at,
    advice: verdicts.backups === 'fine' ? undefined : advice,
    href: verdicts.backups === 'fine' ? undefined : { to: '/admin/backups', label: 'Show backups' },
  };
}

function processLines(health: Health): Line[] {
  const { figures, verdicts } = health;
  const { process, disk, services } = figures;
  const { kept, streams } = process;
  return [
    {
      name: 'Version',
      verdict: verdicts.app,
      fact: `${versionWords(process.version)} on Node ${process.node}, up for ${ageWords(process.uptime_seconds)}`,
    },
    {
      name: 'Memory',
      verdict: verdicts.memory,
      fact: `${sizeWords(process.memory_bytes)}, of it ${percent(process.heap_bytes / process.heap_bytes_at_most)} of the heap there may be`,
      advice:
        verdicts.memory === 'fine'
          ? undefined
          : 'Restart the shop. If it grows again, give it more (NODE_OPTIONS=--max-old-space-size=1024) and report it.',
    },
    {
      name: 'Kept responses',
      verdict: verdicts.kept,
      fact:
        kept === null
          ? 'Off while developing'
          : kept.entries === 0
            ? 'None yet'
            : `${kept.entries} in ${sizeWords(kept.bytes)}, ${percent(hitRate(kept))} of looks found one`,
      advice:
        verdicts.kept === 'fine'
          ? undefined
          : 'Many changes, or many addresses asked once. Only worrying if pages are slow.',
    },
    {
      name: 'Live streams',
      verdict: verdicts.streams,
      fact: streams === null ? 'None without the server of the shop' : `${streams.open} open, ${streams.most} at most`,
      advice:
        verdicts.streams === 'fine'
          ? undefined
          : 'Raise STREAMS_MAX and the number of files a process may open (ulimit -n).',
    },
    {
      name: 'Disk',
      verdict: verdicts.disk,
      fact:
        disk === null
          ? 'The data folder is not there'
          : `${sizeWords(disk.free_bytes)} of ${sizeWords(disk.bytes)} free where the data folder is`,
      advice:
        verdicts.disk === 'fine'
          ? undefined
          : disk === null
            ? 'Make the folder that DATA_DIR names, or set it right.'
            : 'Free some space, or move DATA_DIR to a larger disk.',
    },
    {
      name: 'Pictures',
      verdict: verdicts.pictures,
      fact: services.cloudinary ? 'New ones go to Cloudinary' : 'Built in: they are in the data folder',
    },
    {
      name: 'Limits',
      verdict: verdicts.limits,
      fact: services.upstash ? 'Counted in Upstash' : 'Built in: counted in the database and in this process',
    },
  ];
}

/** What is looked at by the clock, not by whoever opens the page. */
function promiseLines(health: Health): Line[] {
  const { figures, verdicts } = health;
  const [stock, certificate] = [watchOf(figures, 'stock'), watchOf(figures, 'certificate')];
  const days = certificate?.facts.days;
  const product = stock?.facts.product_id;
  return [
    backupLine(health),
    {
      name: 'Stock',
      verdict: verdicts.stock,
      fact:
        stock === undefined
          ? 'Counted again from its movements every night'
          : stock.raised_at
            ? problemOf(stock)
            : 'Adds up. Counted',
      at: stock && !stock.raised_at ? stock.checked_at : null,
      advice: stock?.raised_at ? adviceOn(stock) : undefined,
      href:
        stock?.raised_at && typeof product === 'string'
          ? { to: `/admin/products/${product}`, label: 'Show the first product' }
          : undefined,
    },
    {
      name: 'Certificate',
      verdict: verdicts.certificate,
      fact: !figures.isSecure
        ? 'The address of the shop is not https'
        : typeof days === 'number'
          ? `Good for ${days} more ${days === 1 ? 'day' : 'days'}`
          : 'Not looked at yet, or not to be seen from this machine',
      advice: verdicts.certificate === 'fine' || certificate === undefined ? undefined : adviceOn(certificate),
    },
  ];
}

/** Every line of the page. */
export const linesOf = (health: Health, locale: string): LineGroup[] => [
  { title: 'Database', lines: databaseLines(health, locale) },
  { title: 'Background work', lines: workLines(health, locale) },
  { title: 'Messages', lines: messageLines(health, locale) },
  { title: 'Promises', lines: promiseLines(health) },
  { title: 'This process', lines: processLines(health) },
];
