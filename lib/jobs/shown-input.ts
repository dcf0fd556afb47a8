const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MOMENT = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-][\d:]+))?$/;
const ORDER_NUMBER = /^[A-Z0-9]{1,8}-\d{8}-\d{3,8}$/;
/** Where a word names a kind of thing and never a person. */
const KINDS = new Set([
  ...['topic', 'entity', 'event', 'axis', 'from', 'to', 'status', 'payment_status', 'payment_method', 'kind', 'method'],
  ...['channel', 'delivery_type', 'currency'],
]);
const WORD = /^[A-Za-z][\w.-]{0,60}$/;

const HIDDEN = '…';
const DEEPEST = 6;

type Shown = Record<string, unknown>;

/**
 * The input of a piece of work as it may be shown: figures, ids, moments and the names of kinds. Work carries no
 * personal data; should some ever get in, it is no use of this page to spread it, so any other text is hidden.
 */
export const shownInput = (input: Shown): Shown => mapOf(input, 0);

const mapOf = (value: object, depth: number): Shown =>
  Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shown(one, key, depth + 1)]));

function shown(value: unknown, name: string, depth: number): unknown {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') {
    const isPlain = [UUID, MOMENT, ORDER_NUMBER].some((shape) => shape.test(value));
    return isPlain || (KINDS.has(name) && WORD.test(value)) ? value : HIDDEN;
  }
  if (depth >= DEEPEST) return HIDDEN;
  if (Array.isArray(value)) return value.map((one) => shown(one, name, depth + 1));
  return typeof value === 'object' ? mapOf(value, depth) : HIDDEN;
}
