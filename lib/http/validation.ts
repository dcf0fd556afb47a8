import { z } from 'zod';
import { DomainError, type FieldCode, ValidationError } from '#lib/errors';

const RANGE = new Set(['too_big', 'too_small', 'not_multiple_of']);

type Issue = z.core.$ZodIssue;

function codeOf(issue: Issue): FieldCode {
  if (issue.code === 'custom' && (issue.params?.code === 'VAL_001' || issue.params?.code === 'VAL_003')) {
    return issue.params.code;
  }
  if ((issue.code === 'invalid_type' || issue.code === 'invalid_value') && issue.input === undefined) return 'VAL_001';
  // An empty text where one character is asked for is a missing field to whoever fills in the form.
  if (issue.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1) return 'VAL_001';
  return RANGE.has(issue.code) ? 'VAL_003' : 'VAL_002';
}

const KIND: Record<string, string> = {
  string: 'Enter text.',
  number: 'Enter a number.',
  int: 'Enter a whole number.',
  boolean: 'Choose yes or no.',
  array: 'Send a list.',
  object: 'Send an object.',
};

/** For schemas without a sentence of their own: nobody should read what the library says to developers. */
z.config({
  localeError: (issue) => {
    if (issue.input === undefined) return 'This is missing.';
    if (issue.code === 'invalid_type') return KIND[issue.expected] ?? 'This is not of the right kind.';
    if (issue.code === 'invalid_value') return 'Choose one of the offered values.';
    if (issue.code === 'invalid_format') return 'This does not have the right form.';
    if (issue.code === 'too_big') return `Use at most ${issue.maximum}.`;
    if (issue.code === 'too_small') return `Use at least ${issue.minimum}.`;
    return 'This value is not accepted.';
  },
});

/** A refusal is short, whatever was sent: fields beyond so many, and letters of a name beyond so many, are not told. */
const MOST_FIELDS = 100;
const LONGEST_NAME = 100;

const fieldOf = (path: PropertyKey[]): string => path.map(String).join('.').slice(0, LONGEST_NAME);

/** Every wrong field with its sentences and codes; a union reports the branch that came closest. */
export function toValidationError(error: z.ZodError): ValidationError {
  // Maps: a field may be called `constructor`.
  const fields = new Map<string, string[]>();
  const codes = new Map<string, FieldCode[]>();
  const add = (field: string, code: FieldCode, message: string) => {
    if (fields.size >= MOST_FIELDS && !fields.has(field)) return;
    fields.set(field, [...(fields.get(field) ?? []), message]);
    codes.set(field, [...(codes.get(field) ?? []), code]);
  };
  const walk = (issues: readonly Issue[], base: PropertyKey[]) => {
    for (const issue of issues) {
      const path = [...base, ...issue.path];
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys) add(fieldOf([...path, key]), 'VAL_002', 'This field is not known here.');
      } else if (issue.code === 'invalid_union' && issue.errors.length > 0) {
        const closest = [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? [];
        walk(closest, path);
      } else {
        add(fieldOf(path), codeOf(issue), issue.message);
      }
    }
  };
  walk(error.issues, []);
  return new ValidationError(Object.fromEntries(fields), Object.fromEntries(codes));
}

/** Deeper than any input of ours; what nests further is made to hurt. */
const DEEPEST = 32;

/**
 * Text that the database cannot hold (a NUL, half of a surrogate pair) is refused here, once, at its field. Throws
 * REQ_001 for what nests without end.
 */
function refuseUnstorable(input: unknown): void {
  const unstorable: string[] = [];
  const walk = (value: unknown, path: PropertyKey[]) => {
    if (path.length > DEEPEST) throw new DomainError('REQ_001', { body: 'depth' });
    if (typeof value === 'string') {
      if (value.includes('\0') || !value.isWellFormed()) {
        if (unstorable.length < MOST_FIELDS) unstorable.push(fieldOf(path));
      }
    } else if (Array.isArray(value)) {
      for (const [at, one] of value.entries()) walk(one, [...path, at]);
    } else if (typeof value === 'object' && value !== null && !(value instanceof Blob)) {
      for (const [key, one] of Object.entries(value)) {
        walk(key, [...path, key]);
        walk(one, [...path, key]);
      }
    }
  };
  walk(input, []);
  if (unstorable.length === 0) return;
  const each = <T>(value: T) => Object.fromEntries(unstorable.map((field) => [field, [value]]));
  throw new ValidationError(each('Remove the characters that cannot be shown.'), each<FieldCode>('VAL_002'));
}

/** Parses or throws ValidationError. `reportInput` lets a missing value be told from a wrong one. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  refuseUnstorable(input);
  const parsed = schema.safeParse(input, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw toValidationError(parsed.error);
}

const unreadable = (parameters: string[]) => new DomainError('REQ_001', { parameters });

/** Issues of a text that is not even of the kind that was asked for. */
const UNREADABLE = new Set(['invalid_type', 'invalid_format', 'invalid_value', 'invalid_union']);

/** The path is part of the address: what cannot be read there is REQ_001 with the names of the parameters. */
export function parsePath(schema: z.ZodType, input: unknown): object {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw unreadable(parsed.error.issues.map(({ path }) => fieldOf(path)));
  return Object(parsed.data);
}

/** A query that cannot be read is REQ_001; one that can, with a value that is missing or wrong, a ValidationError. */
export function parseQuery(schema: z.ZodType, input: Record<string, string | string[]>): object {
  const storable = (text: string) => text.isWellFormed() && !text.includes('\0');
  const parameters = Object.keys(input).filter((name) => ![input[name] ?? []].flat().every(storable));
  if (parameters.length > 0) throw unreadable(parameters);
  const parsed = schema.safeParse(input, { reportInput: true });
  if (parsed.success) return Object(parsed.data);
  // A parameter of several words is named as a whole: its issues point into the list.
  const broken = parsed.error.issues
    .filter(({ code }) => UNREADABLE.has(code))
    .map(({ path }) => fieldOf(path.slice(0, 1)))
    .filter((name) => input[name] !== undefined);
  if (broken.length > 0) throw unreadable([...new Set(broken)]);
  throw toValidationError(parsed.error);
}
