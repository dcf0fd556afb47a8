import type { PostalRule } from '#db/schema/promise';
import { normalizePostalCode } from './rules.ts';

/** Postal rules as people write them: `10115, 101*, 10200-10299`. */

const isCode = (text: string): boolean => /^[A-Z0-9]{1,12}$/.test(normalizePostalCode(text));
const isNumber = (text: string): boolean => /^\d{1,12}$/.test(normalizePostalCode(text));

/** What is wrong with a rule in a sentence, or null. */
export function postalRuleProblem(rule: PostalRule): string | null {
  if (rule.kind === 'exact') return isCode(rule.code) ? null : 'A postal code has up to 12 letters and digits.';
  if (rule.kind === 'prefix') {
    if (normalizePostalCode(rule.prefix) === '') return 'Write at least one letter or digit before the star.';
    return isCode(rule.prefix) ? null : 'The beginning of a postal code has up to 12 letters and digits.';
  }
  const [from, to] = [normalizePostalCode(rule.from), normalizePostalCode(rule.to)];
  if (!isNumber(from) || !isNumber(to)) return 'A range goes from one number to another, such as 10200-10299.';
  if (from.length !== to.length) return 'Both ends of a range need the same number of digits.';
  return Number(from) <= Number(to) ? null : 'The first code of a range must not be above the last.';
}

/** These part a range whatever stands around them; a bare hyphen also belongs to the codes of some countries. */
const RANGE = /^(.+?)(?:\s*(?:[–—]|\.{2,3})\s*|\s+(?:-|to)\s+)(.+)$/i;
/** As long as each other and only digits: nobody's code looks like this. */
const HYPHENATED = /^(\d+)-(\d+)$/;

function parsePart(text: string): PostalRule {
  if (text.endsWith('*')) return { kind: 'prefix', prefix: normalizePostalCode(text.slice(0, -1)) };
  const [, from, to] = RANGE.exec(text) ?? HYPHENATED.exec(text) ?? [];
  if (from !== undefined && to !== undefined && (RANGE.test(text) || from.length === to.length)) {
    return { kind: 'range', from: normalizePostalCode(from), to: normalizePostalCode(to) };
  }
  return { kind: 'exact', code: text.toUpperCase().replace(/\s+/g, ' ') };
}

function writeRule(rule: PostalRule): string {
  if (rule.kind === 'prefix') return `${rule.prefix}*`;
  if (rule.kind === 'range') return `${rule.from}-${rule.to}`;
  // `1234-5678` may be somebody's code, and would read back as a range.
  return parsePart(rule.code).kind === 'exact' ? rule.code : normalizePostalCode(rule.code);
}

export type PostalText = { rules: PostalRule[]; problems: { part: string; problem: string }[] };

/** Reads rules parted by commas, semicolons or lines; what stands there twice counts once. */
export function parsePostalText(text: string): PostalText {
  const rules = new Map<string, PostalRule>();
  const problems: PostalText['problems'] = [];
  for (const raw of text.split(/[,;\n]/)) {
    const part = raw.trim();
    if (part === '') continue;
    const rule = parsePart(part);
    const problem = postalRuleProblem(rule);
    if (problem) problems.push({ part: part.slice(0, 40), problem });
    else rules.set(writeRule(rule), rule);
  }
  return { rules: [...rules.values()], problems };
}

/** The rules as text that reads back to the same. */
export const writePostalText = (rules: readonly PostalRule[]): string => rules.map(writeRule).join(', ');
