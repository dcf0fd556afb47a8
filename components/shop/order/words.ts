import type { Tone } from '#components/ui/badge';
import type { DeliveryType, OrderStatus, PaymentStatus } from '#db/enums';
import type { Words } from '#lib/i18n/words';

/** How customers read the states of their order: the words are `order.s_<status>` and `order.p_<status>`. */
export const STATUS_TONE: Record<OrderStatus, Tone> = {
  pending: 'warn',
  confirmed: 'accent',
  processing: 'accent',
  ready: 'good',
  completed: 'plain',
  cancelled: 'bad',
};

export const PAYMENT_TONE: Record<PaymentStatus, Tone> = {
  unpaid: 'warn',
  submitted: 'plain',
  partially_paid: 'warn',
  paid: 'good',
  partially_refunded: 'plain',
  refunded: 'plain',
};

/** The one sentence a customer looks for. */
export const whatNow = (status: OrderStatus, type: DeliveryType, t: Words<'order'>): string =>
  status === 'ready' ? t(`now_ready_${type}`) : t(`now_${status}`);

/** The steps an order takes, for the timeline; a step that was jumped has no time of its own. */
export const STEPS: readonly OrderStatus[] = ['pending', 'confirmed', 'processing', 'ready', 'completed'];
