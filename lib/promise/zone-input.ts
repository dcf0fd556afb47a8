import { z } from 'zod';
import type { PostalRule } from '#db/schema/promise';
import { filled, idInput, required, words } from '#lib/fields';
import { moneyInput } from '#lib/money';
import { confirmInput, whole } from './desk-input.ts';
import { parsePostalText, postalRuleProblem } from './postal-text.ts';

/** Delivery zones as the desk sends them; amounts in major units, arriving in minor ones. */

const MOST_RULES = 500;
const MOST_STEPS = 20;
const SMALLEST = 'Name at least one postal code.';
const LARGEST = `Use at most ${MOST_RULES} postal rules.`;

const postalRule = z
  .discriminatedUnion(
    'kind',
    [
      z.strictObject({ kind: z.literal('exact'), code: words(20) }),
      z.strictObject({ kind: z.literal('prefix'), prefix: words(20) }),
      z.strictObject({ kind: z.literal('range'), from: words(20), to: words(20) }),
    ],
    { error: 'Choose exact, prefix or range.' },
  )
  .superRefine((rule, issues) => {
    const message = postalRuleProblem(rule);
    const at = { exact: 'code', prefix: 'prefix', range: 'to' }[rule.kind];
    if (message) issues.addIssue({ code: 'custom', path: [at], message });
  });
const postalRules = z.array(postalRule).min(1, SMALLEST).max(MOST_RULES, LARGEST);

/** `10115, 101*, 10200-10299`; every part that cannot be read is named. */
const postalText = z
  .string('Enter the postal codes.')
  .max(10_000, 'That is too long.')
  .transform((text, issues): PostalRule[] => {
    const { rules, problems } = parsePostalText(text);
    for (const { part, problem } of problems) issues.addIssue({ code: 'custom', message: `“${part}”: ${problem}` });
    if (rules.length === 0 && problems.length === 0) {
      issues.addIssue({ code: 'custom', message: SMALLEST, params: { code: 'VAL_001' } });
    }
    if (rules.length > MOST_RULES) issues.addIssue({ code: 'custom', message: LARGEST, params: { code: 'VAL_003' } });
    return rules;
  });

const feeSteps = z
  .array(z.strictObject({ from_subtotal: moneyInput, fee: moneyInput }))
  .min(1, 'Add a step from 0: say what delivery costs.')
  .max(MOST_STEPS, `Use at most ${MOST_STEPS} steps.`)
  .superRefine((steps, issues) => {
    const say = (path: PropertyKey[], message: string) =>
      issues.addIssue({ code: 'custom', path, message, params: { code: 'VAL_003' } });
    steps.forEach(({ from_subtotal }, at) => {
      if (steps.findIndex((step) => step.from_subtotal === from_subtotal) < at) {
        say([at, 'from_subtotal'], 'There is a step from this amount already.');
      }
    });
    if (steps.length > 0 && steps.every(({ from_subtotal }) => from_subtotal > 0)) {
      say([0, 'from_subtotal'], 'One step must begin at 0: below the first step delivery would cost nothing.');
    }
  });

const fields = {
  location_id: idInput,
  name: required(100, 'Enter a name.'),
  postal_rules: postalRules,
  fees: feeSteps,
};
const more = {
  min_order: moneyInput.optional().meta({ description: 'Smaller orders are not delivered there.' }),
  extra_lead_minutes: whole(0, 20_160).optional().meta({ description: 'On top of what the goods need.' }),
  priority: whole(-1000, 1000).optional().meta({ description: 'Of two zones with one code the higher wins.' }),
  active: z.boolean('Choose yes or no.').optional(),
};

export const createZoneInput = z.strictObject({ ...fields, ...more });
export const replaceZoneInput = z.strictObject({ id: idInput, ...fields, ...more, confirm: confirmInput });
export const updateZoneInput = z.strictObject({
  id: idInput,
  location_id: fields.location_id.optional(),
  name: fields.name.optional(),
  postal_rules: fields.postal_rules.optional(),
  fees: fields.fees.optional(),
  ...more,
  confirm: confirmInput,
});
/** The desk's form: postal codes as text; with `id` a zone that is there already. */
export const zoneFormInput = z
  .strictObject({
    id: idInput.optional(),
    location_id: fields.location_id,
    name: fields.name,
    postal_codes: postalText,
    fees: fields.fees,
    ...more,
    confirm: confirmInput,
  })
  .transform(({ postal_codes, ...zone }) => ({ ...zone, postal_rules: postal_codes }));
export const zonesQuery = z.object({
  archived: filled(z.stringbool({ error: 'Choose yes or no.' }).or(z.boolean())),
  location_id: filled(idInput),
});

export type CreateZone = z.output<typeof createZoneInput>;
export type UpdateZone = z.output<typeof updateZoneInput>;
export type ReplaceZone = z.output<typeof replaceZoneInput>;
