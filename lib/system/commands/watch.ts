import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { AlarmName } from '#db/enums';
import { watches } from '#db/schema/system';
import { readBackupFigures } from '#lib/backup/queries';
import { type Context, requireRole } from '#lib/context';
import { transaction } from '#lib/database';
import { env } from '#lib/env';
import { getEventLag, getQueueFigures } from '#lib/jobs/queries';
import { readCertificate } from '../certificate.ts';
import { readMessages } from '../queries/messages.ts';
import { readDisk } from '../queries/process.ts';
import { recount } from '../queries/recount.ts';
import { sumOf } from '../rules.ts';
import {
  areEventsLate,
  areMessagesStuck,
  type Finding,
  isCertificateEnding,
  isDiskShort,
  turnOf,
} from '../watch-rules.ts';

/** Null: nothing can be said now, and everything stays as it was. */
type Look = (ctx: Context) => Promise<Finding | null>;

const LOOKS: Record<AlarmName, Look> = {
  async stock(ctx) {
    const facts = await recount(ctx);
    return { isAtRisk: facts.variants + facts.days + facts.slots > 0, facts };
  },
  async jobs(ctx) {
    const failed = sumOf(await getQueueFigures(ctx), 'failed');
    return { isAtRisk: failed > 0, facts: { failed } };
  },
  async events(ctx) {
    const lag = await getEventLag(ctx);
    if (lag === null) return null;
    return {
      isAtRisk: areEventsLate(lag.oldest_seconds),
      facts: { events: lag.events, minutes: Math.floor(lag.oldest_seconds / 60) },
    };
  },
  async messages(ctx) {
    const messages = await readMessages(ctx);
    const { failed_since_sent: failed, waiting_seconds: seconds } = messages;
    return { isAtRisk: areMessagesStuck(messages), facts: { failed, minutes: Math.floor(seconds / 60) } };
  },
  async disk() {
    const disk = await readDisk();
    // That there is no folder at all is no matter of room; the health page says it.
    if (disk === null) return null;
    return { isAtRisk: isDiskShort(disk), facts: { free_mb: Math.floor(disk.free_bytes / 1e6) } };
  },
  async certificate(ctx) {
    const certificate = await readCertificate(new URL(env().APP_URL), ctx.now);
    return certificate && { isAtRisk: isCertificateEnding(certificate.days), facts: certificate };
  },
  async backup(ctx) {
    const { overdue_seconds: seconds } = await readBackupFigures(ctx);
    return { isAtRisk: seconds > 0, facts: { hours: Math.max(1, Math.floor(seconds / 3600)) } };
  },
};

/** Writes down what was seen, and says once that an alarm has begun or is over. */
async function settle(ctx: Context, name: AlarmName, { isAtRisk, facts }: Finding): Promise<void> {
  await transaction(ctx, async (tx) => {
    // The row first: two workers that look at the same time wait for each other here, and tell of it once.
    await tx.db.insert(watches).values({ name, checkedAt: tx.now, facts }).onConflictDoNothing();
    const [before] = await tx.db.select().from(watches).where(eq(watches.name, name)).for('update');
    if (!before) return;
    const { turn, ...after } = turnOf(name, before, isAtRisk, tx.now);
    await tx.db
      .update(watches)
      .set({ checkedAt: tx.now, facts, ...after })
      .where(eq(watches.name, name));
    if (turn === null) return;
    const since = (before.raisedAt ?? tx.now).toISOString();
    await tx.db.execute(sql`
      select append_event(${`alarm.${turn}`}, 'alarm', ${name}, ${JSON.stringify({ facts, since })}::jsonb)`);
  });
}

/** Looks after these promises of the shop; staff are told by the events of it. */
export async function watchPromises(ctx: Context, names: readonly AlarmName[]): Promise<void> {
  requireRole(ctx, 'admin');
  for (const name of names) {
    const finding = await LOOKS[name](ctx);
    if (finding !== null) await settle(ctx, name, finding);
  }
}
