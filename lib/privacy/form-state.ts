import type { CodeStep } from '#lib/account/output';
import type { FormState } from '#lib/http/form-state';

/** What the form of erasing holds between two sends. */
export type EraseState = FormState<never> & { step: CodeStep | null };
