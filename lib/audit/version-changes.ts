import type { ActorKind } from '#db/enums';
import type { ChangeDto } from './output.ts';

export type ChangeRow = {
  version: number;
  at: string;
  fields: string[];
  actor_kind: ActorKind | null;
  actor_name: string | null;
};

/** What became of a record, oldest first: what was written in several steps of one version is one change. */
export function byVersion(rows: Iterable<ChangeRow>): ChangeDto[] {
  const changes = new Map<number, ChangeDto>();
  for (const { version, at, fields, actor_kind, actor_name } of rows) {
    const known = changes.get(version);
    changes.set(version, {
      version,
      at: new Date(at).toISOString(),
      fields: [...new Set([...(known?.fields ?? []), ...fields])],
      by: { kind: actor_kind ?? 'system', name: actor_name },
    });
  }
  return [...changes.values()];
}
