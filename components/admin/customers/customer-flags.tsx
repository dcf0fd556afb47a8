import { Badge } from '#components/ui/badge';
import type { CustomerFlag } from '#db/enums';
import { CUSTOMER_FLAG } from './words.ts';

export const CustomerFlags = ({ flags, tags = [] }: { flags: CustomerFlag[]; tags?: string[] }) => (
  <span className="inline-flex flex-wrap gap-1">
    {flags.map((flag) => (
      <Badge key={flag} tone={CUSTOMER_FLAG[flag].tone}>
        {CUSTOMER_FLAG[flag].label}
      </Badge>
    ))}
    {tags.map((tag) => (
      <Badge key={tag}>{tag}</Badge>
    ))}
  </span>
);
