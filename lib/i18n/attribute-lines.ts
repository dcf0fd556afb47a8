/**
 * What else there is to say of a product is pairs of a name and what it is. For translators it is one text, a line for
 * each pair: `Crust: dark`.
 */
export const attributeLines = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');

/** The pairs again; a line that names nothing goes on with the one before. Null where the first names nothing. */
export function attributesFrom(text: string): Record<string, string> | null {
  const pairs: { name: string; value: string }[] = [];
  for (const line of text.split('\n')) {
    const at = line.indexOf(':');
    const [name, value] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    const last = pairs.at(-1);
    if (at > 0 && name !== '' && value !== '') pairs.push({ name, value });
    else if (line.trim() === '') continue;
    else if (last) last.value += `\n${line.trim()}`;
    else return null;
  }
  return pairs.length === 0 ? null : Object.fromEntries(pairs.map(({ name, value }) => [name, value]));
}
