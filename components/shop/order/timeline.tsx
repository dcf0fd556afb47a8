import { useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icons';
import { Time } from '#components/ui/time';
import type { OrderStatus } from '#db/enums';
import type { OrderDto } from '#lib/orders/output';
import { STEPS } from './words.ts';

type Clock = { timeZone: string; locale: string };

/** When each step was taken for the last time: one that was taken back and again counts anew, a change is no step. */
function timesOf({ events, placed_at }: OrderDto): Map<string, string> {
  const times = new Map([['pending', placed_at]]);
  for (const { axis, from, to, at } of events) {
    if (axis === 'order' && to !== null && to !== 'pending' && to !== from) times.set(to, at);
  }
  return times;
}

/** The steps of the order with their times; those to come are there, without one. */
export function Timeline({ order, clock }: { order: OrderDto; clock: Clock }) {
  const t = useTranslations('order');
  const times = timesOf(order);
  const at = STEPS.indexOf(order.status);
  const steps: readonly OrderStatus[] =
    order.status === 'cancelled' ? [...STEPS.filter((step) => times.has(step)), 'cancelled'] : STEPS;
  return (
    <ol className="order-steps">
      {steps.map((step, index) => {
        const isDone = order.status === 'cancelled' || index <= at;
        const when = isDone ? times.get(step) : undefined;
        return (
          <li key={step} data-done={isDone} data-step={step} aria-current={step === order.status ? 'step' : undefined}>
            <span className="order-steps-mark">
              {isDone ? <Icon name={step === 'cancelled' ? 'close' : 'check'} size={14} /> : null}
            </span>
            <span>{t(`s_${step}`)}</span>
            {when ? <Time at={when} {...clock} format="short" /> : null}
          </li>
        );
      })}
    </ol>
  );
}
