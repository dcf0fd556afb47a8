/** Every code an answer can carry, with its HTTP status. The words are in `lib/i18n/error-text.ts`. */
export const ERROR_STATUS = {
  AUTH_001: 401,
  AUTH_002: 401,
  AUTH_003: 403,
  AUTH_004: 403,
  AUTH_005: 403,
  AUTH_006: 401,
  AUTH_007: 401,
  AUTH_008: 403,
  VALIDATION_ERROR: 422,
  REQ_001: 400,
  REQ_002: 412,
  REQ_003: 422,
  REQ_004: 409,
  REQ_005: 404,
  REQ_006: 405,
  CONF_001: 409,
  CONF_002: 409,
  SMS_001: 503,
  SMS_002: 422,
  SMS_003: 410,
  SMS_004: 429,
  STK_001: 409,
  STK_002: 409,
  SLOT_001: 409,
  SLOT_002: 409,
  SLOT_003: 422,
  ZONE_001: 422,
  ZONE_002: 422,
  CART_001: 410,
  CART_002: 409,
  ORD_001: 404,
  ORD_002: 409,
  ORD_003: 409,
  PAY_001: 409,
  PAY_002: 422,
  PAY_003: 409,
  BOOK_001: 409,
  BOOK_002: 409,
  FILE_001: 415,
  FILE_002: 413,
  CHAT_001: 410,
  CHAT_002: 409,
  RATE_001: 429,
  DB_001: 503,
  DB_002: 404,
  SYS_001: 500,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;
export type FieldCode = 'VAL_001' | 'VAL_002' | 'VAL_003';
/** Per field, the code of each thing that is wrong with it. `''` is the form as a whole. */
export type FieldCodes = Record<string, FieldCode[]>;
/** Per field, the sentences for people. */
export type FieldMessages = Record<string, string[]>;

export const isErrorCode = (word: unknown): word is ErrorCode =>
  typeof word === 'string' && Object.hasOwn(ERROR_STATUS, word);

/** An expected outcome that is not success. `details` are ids and figures, never prose. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown>;

  constructor(code: ErrorCode, details: Record<string, unknown> = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'DomainError';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }
}

/** Input that could be read and has wrong values; always with the fields that are meant. */
export class ValidationError extends DomainError {
  readonly fields: FieldMessages;
  readonly codes: FieldCodes;

  constructor(fields: FieldMessages, codes: FieldCodes) {
    super('VALIDATION_ERROR', {});
    this.name = 'ValidationError';
    this.fields = fields;
    this.codes = codes;
  }

  /** One wrong field. */
  static of(field: string, code: FieldCode, message: string): ValidationError {
    return new ValidationError({ [field]: [message] }, { [field]: [code] });
  }
}
