import 'server-only';
import { z } from 'zod';
import { ALARMS } from '#db/enums';
import type { Context } from '#lib/context';
import { env } from '#lib/env';
import type { EventInput } from '#lib/jobs/event';
import { getSettings } from '#lib/settings/queries';
import { alarmWords } from '#lib/system/alarm-words';
import { languageOf } from '../rules.ts';
import { formatUntil } from '../when.ts';
import type { Cause } from './causes.ts';

const alarm = z.enum(ALARMS);
const payload = z.object({
  facts: z.record(z.string(), z.union([z.number(), z.string(), z.null()])),
  since: z.iso.datetime(),
});

/** A promise of the shop that is at risk, or is not any more. An alarm this version does not know is no news. */
export async function alarmCauses(ctx: Context, event: EventInput): Promise<Cause[]> {
  const name = alarm.safeParse(event.entity_id).data;
  if (name === undefined) return [];
  const [{ facts, since }, { shop }] = [payload.parse(event.payload), await getSettings(ctx)];
  const { title, problem, advice } = alarmWords(languageOf(shop.locale), name, facts);
  const values = {
    shop: shop.name,
    alarm: title,
    problem,
    advice,
    since: formatUntil(since, shop.time_zone, shop.locale),
    link: `${env().APP_URL}/admin/health`,
  };
  const kind = event.topic === 'alarm.raised' ? 'staff_alarm_raised' : 'staff_alarm_ended';
  return [{ kind, values, locale: shop.locale, orderId: null, readers: null }];
}
