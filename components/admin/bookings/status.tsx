import { Status } from '#components/ui/badge';
import type { BookingStatus as Word } from '#db/enums';
import { BOOKING_STATUS } from './words.ts';

export const BookingStatus = ({ status }: { status: Word }) => (
  <Status tone={BOOKING_STATUS[status].tone}>{BOOKING_STATUS[status].label}</Status>
);
