import { Status } from '#components/ui/badge';

/** Whether customers see it. */
export function ShownState({ one }: { one: { active: boolean; archived_at: string | null } }) {
  if (one.archived_at !== null) return <Status tone="plain">Archived</Status>;
  return <Status tone={one.active ? 'good' : 'plain'}>{one.active ? 'In the shop' : 'Hidden'}</Status>;
}
