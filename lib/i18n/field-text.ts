import type { FieldMessages } from '../errors.ts';

/** The sentences beside fields in the language of `locale`. */
export const fieldTexts = (fields: FieldMessages, _locale: string): FieldMessages => fields;
