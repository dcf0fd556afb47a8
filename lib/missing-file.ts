/** Whether reading failed because there is no such file or folder, which is an answer; anything else is a failure. */
export const isMissingFile = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
