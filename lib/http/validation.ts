import type { z } from 'zod';
import { type FieldCode, type FieldCodes, type FieldMessages, ValidationError } from '#lib/errors';

const RANGE = new Set(['too_big', 'too_small', 'not_multiple_of']);

type Issue = z.core.$ZodIssue;

function codeOf(issue: Issue): FieldCode {
  if (issue.code === 'custom' && (issue.params?.code === 'VAL_001' || issue.params?.code === 'VAL_003')) {
    return issue.params.code;
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'VAL_001';
  // An empty text where one character is asked for is a missing field to whoever fills in the form.
  if (issue.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1) return 'VAL_001';
  return RANGE.has(issue.code) ? 'VAL_003' : 'VAL_002';
}

const fieldOf = (path: PropertyKey[]): string => path.map(String).join('.');

/** Every wrong field with its sentences and codes; a union reports the branch that came closest. */
export function toValidationError(error: z.ZodError): ValidationError {
  const fields: FieldMessages = {};
  const codes: FieldCodes = {};
  const add = (field: string, code: FieldCode, message: string) => {
    fields[field] = [...(fields[field] ?? []), message];
    codes[field] = [...(codes[field] ?? []), code];
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
  return new ValidationError(fields, codes);
}

/** Parses or throws ValidationError. `reportInput` lets a missing value be told from a wrong one. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw toValidationError(parsed.error);
}
