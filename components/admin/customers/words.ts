import type { Tone } from '#components/ui/badge';
import type { CustomerFlag } from '#db/enums';

export const CUSTOMER_FLAG: Record<CustomerFlag, { label: string; note: string; tone: Tone }> = {
  call_back: { label: 'Call back', note: 'Somebody promised to ring', tone: 'warn' },
  prepay_only: { label: 'Prepays only', note: 'Money first, then goods', tone: 'accent' },
  blocked: { label: 'Blocked', note: 'Sell nothing to them', tone: 'bad' },
};
