import { z } from 'zod';
import { dashboardOutput } from '#lib/analytics/output';
import { apiKeyOutput, newApiKeyOutput } from '#lib/auth/key-output';
import { tokensOutput, userOutput } from '#lib/auth/output';
import { keyedCartOutput } from '#lib/cart/api';
import { cartItemOutput } from '#lib/cart/output';
import {
  categoryOutput,
  deskCategoryOutput,
  deskProductCardOutput,
  deskProductOutput,
  deskVariantOutput,
  productCardOutput,
  productOutput,
  variantOutput,
} from '#lib/catalog/output';
import { addressOutput, customerOutput, customerRowOutput } from '#lib/customers/output';
import { importOutput, importRowOutput } from '#lib/imports/output';
import { jobOutput } from '#lib/jobs/output';
import { imageOutput } from '#lib/media/output';
import {
  orderEventOutput,
  orderLineOutput,
  orderOutput,
  orderPaymentOutput,
  orderRowOutput,
  trackedOrderOutput,
} from '#lib/orders/output';
import {
  closureOutput,
  closureRowOutput,
  dependentOrderOutput,
  deskSlotDetailOutput,
  deskSlotOutput,
  locationOutput,
  openingRuleOutput,
  zoneOutput,
} from '#lib/promise/desk-output';
import { deliveryQuoteOutput } from '#lib/promise/output';
import { shopOutput } from '#lib/settings/output';
import { deliveryOutput, newWebhookOutput, webhookBodyOutput, webhookOutput } from '#lib/webhooks/output';

/** Shapes that have a name in the document; generated clients call their types by it. */
const NAMED: Record<string, z.ZodType> = {
  Shop: shopOutput,
  Image: imageOutput,
  Product: productOutput,
  ProductCard: productCardOutput,
  Variant: variantOutput,
  Category: categoryOutput,
  DeskProduct: deskProductOutput,
  DeskProductCard: deskProductCardOutput,
  DeskVariant: deskVariantOutput,
  DeskCategory: deskCategoryOutput,
  Cart: keyedCartOutput,
  CartItem: cartItemOutput,
  DeliveryQuote: deliveryQuoteOutput,
  Order: orderOutput,
  OrderRow: orderRowOutput,
  OrderItem: orderLineOutput,
  OrderPayment: orderPaymentOutput,
  OrderEvent: orderEventOutput,
  TrackedOrder: trackedOrderOutput,
  Customer: customerOutput,
  CustomerRow: customerRowOutput,
  Address: addressOutput,
  Tokens: tokensOutput,
  User: userOutput,
  Webhook: webhookOutput,
  NewWebhook: newWebhookOutput,
  WebhookDelivery: deliveryOutput,
  WebhookBody: webhookBodyOutput,
  Import: importOutput,
  ImportRow: importRowOutput,
  ApiKey: apiKeyOutput,
  NewApiKey: newApiKeyOutput,
  Location: locationOutput,
  OpeningRule: openingRuleOutput,
  Closure: closureOutput,
  ClosureRow: closureRowOutput,
  Zone: zoneOutput,
  DeskSlot: deskSlotOutput,
  DeskSlotDetail: deskSlotDetailOutput,
  DependentOrder: dependentOrderOutput,
  Dashboard: dashboardOutput,
  Job: jobOutput,
};

export type JsonSchema = { [key: string]: unknown };

for (const [id, schema] of Object.entries(NAMED)) z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), id });

const record = z.record(z.string(), z.unknown());
export const isObject = (value: unknown): value is JsonSchema => record.safeParse(value).success;

/** References of JSON Schema to those of the document, and `example` to the list that 3.1 has in its place. */
function adapt(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(adapt);
  if (!isObject(value)) return value;
  const adapted: JsonSchema = {};
  for (const [key, one] of Object.entries(value)) {
    if (key === '$ref' && typeof one === 'string') adapted.$ref = one.replace('#/$defs/', '#/components/schemas/');
    else if (key === 'example' && !isObject(one)) adapted.examples = [one];
    else if (key === 'properties' && isObject(one)) adapted.properties = mapValues(one, adapt);
    // A named format says it better than the expression behind it.
    else if (key === 'pattern' && typeof value.format === 'string') continue;
    // Classes of Unicode mean something else to validators that read expressions without them.
    else if (key === 'pattern' && /\\p\{/.test(String(one))) continue;
    else adapted[key] = adapt(one);
  }
  return adapted;
}

const mapValues = (object: JsonSchema, change: (value: unknown) => unknown): JsonSchema =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

const keyed = z.object({ propertyNames: z.object({ enum: z.array(z.string()) }), additionalProperties: z.unknown() });

/** A record with known keys as an object with known properties: generated clients read nothing else. */
function nameTheKeys(schema: JsonSchema): void {
  const found = keyed.safeParse(schema);
  if (!found.success) return;
  const { propertyNames, additionalProperties } = found.data;
  delete schema.propertyNames;
  schema.properties = Object.fromEntries(propertyNames.enum.map((name) => [name, additionalProperties]));
  schema.additionalProperties = false;
}

/** One schema; the named ones it leans on are added to `components`. */
export function toJsonSchema(schema: z.ZodType, io: 'input' | 'output', components: JsonSchema): JsonSchema {
  // Wrapped, because only what stands inside another schema becomes a reference.
  const { $defs, properties } = z.toJSONSchema(z.object({ wrapped: schema }), {
    io,
    // Files have no JSON; a test looks for anything else that could not be said.
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      nameTheKeys(jsonSchema);
      if (zodSchema._zod.def.type === 'custom') Object.assign(jsonSchema, { type: 'string', format: 'binary' });
    },
  });
  for (const [name, one] of Object.entries($defs ?? {})) components[name] ??= adapt(one);
  const adapted = adapt(properties?.wrapped);
  return isObject(adapted) ? adapted : {};
}
