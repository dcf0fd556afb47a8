import compile from 'icu-minify/compile';

/** What the test of the messages looks for, apart so that it can be tested itself. */

export type Catalog = Readonly<Record<string, Readonly<Record<string, string>>>>;

const keysOf = (catalog: Catalog): string[] =>
  Object.entries(catalog).flatMap(([area, words]) => Object.keys(words).map((key) => `${area}.${key}`));

/** `ro: cart.empty` for what one language has and another has not. */
export function missingMessages(catalogs: Readonly<Record<string, Catalog>>): string[] {
  const all = new Set(Object.values(catalogs).flatMap(keysOf));
  return Object.entries(catalogs).flatMap(([language, catalog]) => {
    const own = new Set(keysOf(catalog));
    return [...all].filter((key) => !own.has(key)).map((key) => `${language}: ${key}`);
  });
}

/** Names of what is put into a message, also inside its branches, and of its tags. As `icu-minify` parses it. */
function placeholdersOf(message: string): string {
  const found = new Set<string>();
  const walk = (node: unknown): void => {
    if (!Array.isArray(node)) return;
    const [name, kind, ...rest] = node;
    if (typeof name !== 'string') {
      walkAll(node);
    } else if (kind === undefined || (typeof kind === 'number' && kind !== 0)) {
      found.add(name);
      for (const options of rest) if (typeof options === 'object' && options) walkBranches(Object.values(options));
    } else {
      found.add(`<${name}>`);
      walkAll([kind, ...rest]);
    }
  };
  const walkAll = (nodes: readonly unknown[]) => nodes.forEach(walk);
  // A branch is a text, or a list of parts; a placeholder stands in a list of its own.
  const walkBranches = (branches: readonly unknown[]) => {
    for (const branch of branches) if (Array.isArray(branch)) walkAll(branch);
  };
  const compiled = compile(message);
  if (Array.isArray(compiled)) walkAll(compiled);
  return [...found].sort().join(' ');
}

/** `ro: cart.left` for a message that asks for other values than the English one. */
export function otherPlaceholders(catalogs: Readonly<Record<string, Catalog>>): string[] {
  const { en = {}, ...others } = catalogs;
  return Object.entries(others).flatMap(([language, catalog]) =>
    Object.entries(en).flatMap(([area, words]) =>
      Object.entries(words).flatMap(([key, message]) => {
        const other = catalog[area]?.[key];
        if (other === undefined || placeholdersOf(other) === placeholdersOf(message)) return [];
        return [`${language}: ${area}.${key}`];
      }),
    ),
  );
}

/** What a file names as an area: its hooks, and the helpers that speak for one. */
const SPEAKS =
  /(?:useTranslations|wordsIn|Words<)\((?:[^()'"]*,\s*)?'(\w+)'|(?:Words<|Messages\[)'(\w+)'|\b(privateHead)\(/g;
const HELPERS: Record<string, string> = { privateHead: 'titles' };
/** Codes and sentences are looked up by what they stand for, not by name. */
const BY_VALUE = new Set(['errors', 'fields', 'allergens']);

/** `cart.empty` for a message that no file which speaks of its area names, whole or by the beginning of a template. */
export function unusedMessages(catalog: Catalog, sources: readonly string[]): string[] {
  const named = new Map<string, { words: Set<string>; beginnings: Set<string>; endings: Set<string> }>();
  for (const source of sources) {
    const areas = new Set(
      [...source.matchAll(SPEAKS)].map(([, a, b, helper]) => a ?? b ?? HELPERS[helper ?? ''] ?? ''),
    );
    if (areas.size === 0) continue;
    const words = [...source.matchAll(/['"]([a-z]\w*)['"]/g)].map(([, word]) => word ?? '');
    const beginnings = [...source.matchAll(/`([a-z]\w*)\$\{/g)].map(([, word]) => word ?? '');
    const endings = [...source.matchAll(/`\$\{[^`}]*\}(_\w+)`/g)].map(([, word]) => word ?? '');
    for (const area of areas) {
      const known = named.get(area) ?? { words: new Set(), beginnings: new Set(), endings: new Set() };
      for (const word of words) known.words.add(word);
      for (const word of beginnings) known.beginnings.add(word);
      for (const word of endings) known.endings.add(word);
      named.set(area, known);
    }
  }
  return Object.entries(catalog).flatMap(([area, messages]) => {
    if (BY_VALUE.has(area)) return [];
    const known = named.get(area);
    const isUsed = (key: string) =>
      known?.words.has(key) === true ||
      [...(known?.beginnings ?? [])].some((word) => key.startsWith(word)) ||
      [...(known?.endings ?? [])].some((word) => key.endsWith(word));
    return Object.keys(messages)
      .filter((key) => !isUsed(key))
      .map((key) => `${area}.${key}`);
  });
}
