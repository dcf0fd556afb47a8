import { DomainError } from '#lib/errors';

/** What some work is refused with. Throws when it is not refused, or fails in another way. */
export async function refusal(work: Promise<unknown>): Promise<DomainError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof DomainError) return error;
  throw error ?? new Error('it was not refused');
}
