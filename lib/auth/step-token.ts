import 'server-only';
import { z } from 'zod';
import { DomainError } from '#lib/errors';
import { readLetterToken, writeLetterToken } from './letter-token.ts';
import { SECOND_STEP_SECONDS } from './rules.ts';

/** Who has said the right password, for as long as it is that one. `account` is whom the limit counts. */
const stepClaims = z.object({ userId: z.uuid(), version: z.int(), password: z.string(), account: z.string() });
export type StepClaims = z.output<typeof stepClaims>;

/** The password was right, and a code is asked for. Whom the password was right for stays in here. */
export class CodeNeeded extends DomainError {
  readonly #claims: StepClaims;

  constructor(claims: StepClaims) {
    super('AUTH_006');
    this.#claims = claims;
  }

  /** A token that stands in for the password for five minutes: encrypted by us, and worth nothing without a code. */
  token(now: Date): Promise<string> {
    return writeLetterToken('second-step', this.#claims, { now, seconds: SECOND_STEP_SECONDS });
  }
}

/** Null when it is over, or none of ours. */
export const readStepToken = (token: string, now: Date): Promise<StepClaims | null> =>
  readLetterToken('second-step', token, { schema: stepClaims, now });
