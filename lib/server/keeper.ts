export type Keeper = { expire(tags: readonly string[]): void };
