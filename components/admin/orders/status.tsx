import { Status } from '#components/ui/badge';
import type { OrderStatus as Order, PaymentStatus as Payment } from '#db/enums';
import { ORDER_STATUS, PAYMENT_STATUS } from './words.ts';

export const OrderStatus = ({ status }: { status: Order }) => (
  <Status tone={ORDER_STATUS[status].tone}>{ORDER_STATUS[status].label}</Status>
);

export const PaymentStatus = ({ status }: { status: Payment }) => (
  <Status tone={PAYMENT_STATUS[status].tone}>{PAYMENT_STATUS[status].label}</Status>
);
