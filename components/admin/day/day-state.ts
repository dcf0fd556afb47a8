import type { OrderStatus, PaymentStatus } from '#db/enums';
import type { TickStep } from '#lib/orders/day-input';
import type { DayOrderDto, DaySheetDto } from '#lib/orders/day-output';
import { addNews, type News, NO_NEWS, newestOf, newsBetween } from '#lib/orders/day-rules';

/** What a sheet on a screen knows: the last reading, what was ticked since, and what came of it. */

export type Trouble = 'offline' | 'signed-out';

export type DayState = {
  sheet: DaySheetDto;
  /** On their way: shown as if they had arrived, until the shop has answered. */
  flying: Readonly<Record<string, TickStep>>;
  paying: Readonly<Record<string, true>>;
  /** Per order, why the last press came to nothing. */
  refusals: Readonly<Record<string, string>>;
  news: News;
  trouble: Trouble | null;
};

export const startOf = (sheet: DaySheetDto): DayState => ({
  sheet,
  flying: {},
  paying: {},
  refusals: {},
  news: NO_NEWS,
  trouble: null,
});

/** What a recorded payment changes of an order. */
export type Paid = { id: string; version: number; payment_status: PaymentStatus; paid: number; due: number };

export type DayChange =
  | { type: 'read'; sheet: DaySheetDto }
  | { type: 'troubled'; trouble: Trouble }
  | { type: 'ticked'; ids: readonly string[]; to: TickStep }
  | {
      type: 'landed';
      ids: readonly string[];
      orders: readonly DayOrderDto[];
      refusals: Readonly<Record<string, string>>;
    }
  | { type: 'paying'; id: string }
  | { type: 'paid'; id: string; payment: Paid | null; refusal: string | null }
  | { type: 'refused'; id: string; words: string }
  | { type: 'seen' };

const without = <T>(all: Readonly<Record<string, T>>, ids: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([id]) => !ids.includes(id)));

const everyOrder = ({ pack, no_time }: DaySheetDto): DayOrderDto[] => [...pack, ...no_time];

function changeOrders(sheet: DaySheetDto, change: (order: DayOrderDto) => DayOrderDto): DaySheetDto {
  return { ...sheet, pack: sheet.pack.map(change), no_time: sheet.no_time.map(change) };
}

function readAgain(state: DayState, sheet: DaySheetDto): DayState {
  const shown = everyOrder(state.sheet);
  return {
    ...state,
    sheet: { ...sheet, pack: newestOf(shown, sheet.pack), no_time: newestOf(shown, sheet.no_time) },
    news: addNews(state.news, newsBetween(shown, everyOrder(sheet))),
    trouble: null,
  };
}

export function dayReducer(state: DayState, change: DayChange): DayState {
  switch (change.type) {
    case 'read':
      return readAgain(state, change.sheet);
    case 'troubled':
      return { ...state, trouble: change.trouble };
    case 'ticked': {
      const flying = Object.fromEntries(change.ids.map((id) => [id, change.to]));
      return { ...state, flying: { ...state.flying, ...flying }, refusals: without(state.refusals, change.ids) };
    }
    case 'landed': {
      const landed = new Map(change.orders.map((order) => [order.id, order]));
      return {
        ...state,
        sheet: changeOrders(state.sheet, (order) => {
          const now = landed.get(order.id);
          return now && now.version >= order.version ? now : order;
        }),
        flying: without(state.flying, change.ids),
        refusals: { ...state.refusals, ...change.refusals },
      };
    }
    case 'paying':
      return {
        ...state,
        paying: { ...state.paying, [change.id]: true },
        refusals: without(state.refusals, [change.id]),
      };
    case 'paid': {
      const { id, payment, refusal } = change;
      return {
        ...state,
        sheet: changeOrders(state.sheet, (order) =>
          payment && order.id === payment.id && payment.version >= order.version ? { ...order, ...payment } : order,
        ),
        paying: without(state.paying, [id]),
        refusals: refusal === null ? state.refusals : { ...state.refusals, [id]: refusal },
      };
    }
    case 'refused':
      return { ...state, refusals: { ...state.refusals, [change.id]: change.words } };
    case 'seen':
      return { ...state, news: NO_NEWS };
  }
}

/** The orders as the screen shows them: ticks that are on their way count as done. */
export function shownOrders({ sheet, flying }: DayState): { pack: DayOrderDto[]; noTime: DayOrderDto[] } {
  const fly = (order: DayOrderDto): DayOrderDto => {
    const status: OrderStatus | undefined = flying[order.id];
    return status === undefined ? order : { ...order, status };
  };
  return { pack: sheet.pack.map(fly), noTime: sheet.no_time.map(fly) };
}
