/**
 * What is typed into a long form, kept in its tab: whoever reads the terms, changes the cart, signs in or loads the page
 * anew finds it again. Nothing of it leaves the browser, and it goes with the tab.
 */

/** Whose form it was. What somebody signed in typed is not shown to whoever comes after them. */
export type Typist = 'guest' | 'known';
type Kept = { by: Typist; wasSent: boolean; fields: Record<string, string> };
type Field = HTMLInputElement | HTMLTextAreaElement;

const storeOf = (form: string): string => `barrow:typed:${form}`;
const UNKEPT = new Set(['hidden', 'file', 'password', 'submit', 'button']);

/** Codes are good once, and what the page itself wrote into the form belongs to the page. */
const isKept = (one: Element): one is Field =>
  one instanceof HTMLTextAreaElement ||
  (one instanceof HTMLInputElement && !UNKEPT.has(one.type) && one.autocomplete !== 'one-time-code');

const isChoice = (field: Field): field is HTMLInputElement => field.type === 'radio' || field.type === 'checkbox';

const fieldsOf = (form: HTMLFormElement): Field[] =>
  [...form.elements].filter(isKept).filter(({ name }) => name !== '');

/** Some browsers are told to keep nothing, or are full: then the form works as it would without this. */
function tryStore<T>(use: (store: Storage) => T): T | null {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function read(form: string): Kept | null {
  const kept: unknown = tryStore((store) => JSON.parse(store.getItem(storeOf(form)) ?? 'null'));
  if (!isObject(kept) || !isObject(kept.fields)) return null;
  const texts = Object.entries(kept.fields).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return {
    by: kept.by === 'known' ? 'known' : 'guest',
    wasSent: kept.wasSent === true,
    fields: Object.fromEntries(texts),
  };
}

export function keepTyped(name: string, form: HTMLFormElement, by: Typist, wasSent = false): void {
  const fields: Kept['fields'] = {};
  for (const field of fieldsOf(form)) {
    if (!isChoice(field)) fields[field.name] = field.value;
    else if (field.checked) fields[field.name] = field.value;
    else fields[field.name] ??= '';
  }
  tryStore((store) => store.setItem(storeOf(name), JSON.stringify({ by, wasSent, fields } satisfies Kept)));
}

const forget = (name: string) => tryStore((store) => store.removeItem(storeOf(name)));

/** It has served: what was sent last has arrived. */
export function forgetSent(name: string): void {
  if (read(name)?.wasSent) forget(name);
}

/**
 * Puts it back where nobody has typed since the page came, and answers the choices that are not offered on it as it
 * stands. `asked` are choices that the address makes.
 */
export function restoreTyped(
  name: string,
  form: HTMLFormElement,
  by: Typist,
  asked: readonly string[] = [],
): Record<string, string> {
  const kept = read(name);
  if (kept === null) return {};
  if (kept.by === 'known' && by === 'guest') {
    forget(name);
    return {};
  }
  // What the account knows is newer than what was typed before it was opened.
  const yields = (field: Field) => kept.by !== by && field.value !== '';
  const fields = fieldsOf(form).filter((field) => !asked.includes(field.name));
  const isOffered = (choice: string, value: string) =>
    fields.some((field) => field.type === 'radio' && !field.disabled && field.name === choice && field.value === value);
  const missing: Record<string, string> = {};
  for (const field of fields) {
    const value = kept.fields[field.name];
    if (value === undefined) continue;
    if (!isChoice(field)) {
      if (field.value === field.defaultValue && !yields(field)) field.value = value;
    } else if (field.type === 'checkbox' || isOffered(field.name, value)) field.checked = field.value === value;
    else if (value !== '') missing[field.name] = value;
  }
  return missing;
}
