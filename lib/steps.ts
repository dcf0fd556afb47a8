/** State machines as tables of steps; the walks through them are worked out here for all of them. */

export type Step<S extends string, M extends string> = {
  from: S;
  to: S;
  who: readonly M[];
  /** Forward steps may follow one another in one move; endings and corrections stand alone. */
  kind: 'forward' | 'ending' | 'correction';
};

/** The walks that lead to `to` for this mover: from each status, the steps in order. */
export function walksTo<S extends string, M extends string>(
  steps: readonly Step<S, M>[],
  to: S,
  mover: M,
): Partial<Record<S, S[]>> {
  const allowed = steps.filter((step) => step.who.includes(mover));
  const paths: Partial<Record<S, S[]>> = {};
  for (const step of allowed) if (step.to === to) paths[step.from] = [to];
  if (!allowed.some((step) => step.to === to && step.kind === 'forward')) return paths;
  // Breadth first from the goal backwards: the shortest walk of forward steps wins.
  const forward = allowed.filter((step) => step.kind === 'forward');
  const waiting: S[] = [to];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    const rest: S[] | undefined = at === to ? [] : paths[at];
    for (const step of forward) {
      if (step.to !== at || step.from === to) continue;
      if (at === to) waiting.push(step.from);
      else if (paths[step.from] === undefined && rest !== undefined) {
        paths[step.from] = [at, ...rest];
        waiting.push(step.from);
      }
    }
  }
  return paths;
}
