import type { ReactNode } from 'react';
import type { DayOrderDto, DaySheetDto, MakeLineDto } from '#lib/orders/day-output';
import {
  deliverGroups,
  handOverGroups,
  isHandedOver,
  isPacked,
  makeLines,
  type SlotGroup,
  slotGroups,
} from '#lib/orders/day-rules';
import { formatPhone } from '#lib/phone';
import { clockAt, dateFormat } from '#lib/time';
import type { Paper } from './paper.ts';
import { PaperDue, PaperNumber, PaperOrder, TickBox } from './paper-bits.tsx';
import {
  count,
  itemWords,
  numberParts,
  PART,
  type Part,
  piecesOf,
  receiverOf,
  type Shop,
  slotWords,
  timeWords,
} from './words.ts';

type Props = {
  day: DaySheetDto;
  pack: readonly DayOrderDto[];
  noTime: readonly DayOrderDto[];
  part: Part | null;
  shop: Shop;
  paper: Paper;
  /** The one place it is for. */
  place?: string | null;
};

/** The sheet as it is printed: on A4 a page for each part, on a roll one strip. */
export function DayPaper({ day, pack, noTime, part, shop, paper, place }: Props) {
  const { date } = day;
  const lines = makeLines(pack, date);
  const fetched = handOverGroups(pack);
  const brought = deliverGroups(pack);
  const hasPlaces = day.locations.length > 1 && !place;
  const all: [part: Part, isEmpty: boolean, note: string, content: ReactNode][] = [
    ['make', lines.length === 0, makeNote(lines), <MakeList key="make" lines={lines} />],
    [
      'pack',
      pack.length === 0,
      count(pack.length, 'order'),
      <PackList key="pack" {...{ pack, date, shop, hasPlaces }} />,
    ],
    [
      'hand-over',
      fetched.length === 0,
      count(
        fetched.reduce((sum, { orders }) => sum + orders.length, 0),
        'order',
      ),
      <HandOverList key="hand-over" groups={fetched} shop={shop} hasPlaces={hasPlaces} />,
    ],
    [
      'deliver',
      brought.length === 0,
      count(
        brought.reduce((sum, { orders }) => sum + orders.length, 0),
        'stop',
      ),
      <DeliverList key="deliver" pack={pack} shop={shop} />,
    ],
    [
      'no-time',
      noTime.length === 0,
      count(noTime.length, 'order'),
      <NoTimeList key="no-time" {...{ noTime, date, shop }} />,
    ],
  ];
  // A part that is asked for by itself says that it is empty; otherwise it costs no paper.
  const printed = all.filter(([name, isEmpty]) => (part === null ? !isEmpty : name === part));
  const title = dateFormat(shop.locale, { timeZone: 'UTC', dateStyle: 'full' }).format(new Date(`${date}T00:00:00Z`));
  const where = [shop.name, place].filter(Boolean).join(', ');
  return (
    <article className="paper" data-paper={paper} data-roll={paper !== 'a4'} aria-label="Day sheet on paper">
      {printed.length === 0 ? <PaperPart title={title} name="Nothing to do" note={where} /> : null}
      {printed.map(([name, isEmpty, note, content]) => (
        <PaperPart
          key={name}
          title={title}
          name={PART[name]}
          note={`${note} · ${where} · as of ${clockAt(new Date(day.read_at), shop.timeZone)}`}
        >
          {isEmpty ? <p>Nothing on this day.</p> : content}
        </PaperPart>
      ))}
    </article>
  );
}

/** As many lines as a page holds under one another. */
const ONE_COLUMN = 22;

const makeNote = (lines: readonly MakeLineDto[]): string =>
  `${count(piecesOf(lines), 'piece')} of ${count(lines.length, 'kind')}`;

function PaperPart({
  name,
  title,
  note,
  children,
}: {
  name: string;
  title: string;
  note: string;
  children?: ReactNode;
}) {
  return (
    <section className="paper-part">
      <header className="paper-head">
        <h2>{name}</h2>
        <p>
          <strong>{title}</strong>
          <br />
          {note}
        </p>
      </header>
      {children}
    </section>
  );
}

function MakeList({ lines }: { lines: readonly MakeLineDto[] }) {
  const shelves = [...new Set(lines.map(({ category }) => category))];
  // A short list is read across the room; a long one still fits on one page.
  const list = shelves.map((shelf) => (
    <section key={shelf ?? ''} className="paper-group">
      {shelves.length > 1 ? <h3>{shelf ?? 'Other'}</h3> : null}
      <ul className="paper-rows">
        {lines
          .filter(({ category }) => category === shelf)
          .map((line) => (
            <li key={line.variant_id ?? itemWords(line)} className="paper-make">
              <TickBox done={line.to_do === 0} />
              <strong className="paper-total">{line.quantity}</strong>
              <span className="paper-name">
                <strong>{line.product_name}</strong>
                {line.variant_title ? `, ${line.variant_title}` : ''}
                {line.notes.map((note) => (
                  <span key={note.order_number + note.note} className="paper-note">
                    {note.quantity} × “{note.note}” ({numberParts(note.order_number)[1]})
                  </span>
                ))}
              </span>
              <span className="paper-orders">
                {count(line.orders, 'order')}
                {line.to_do < line.quantity && line.to_do > 0 ? `, ${line.quantity - line.to_do} packed` : ''}
              </span>
            </li>
          ))}
      </ul>
    </section>
  ));
  return <div className={lines.length > ONE_COLUMN ? 'paper-columns' : undefined}>{list}</div>;
}

const groupKey = ({ slot, location }: SlotGroup) => `${slot?.starts_at} ${slot?.ends_at} ${location?.id}`;

/** A time and a place with what belongs to it. Its head stands again wherever it goes on, in a column or on a page. */
function Group({
  group,
  shop,
  hasPlaces,
  children,
}: {
  group: SlotGroup;
  shop: Shop;
  hasPlaces: boolean;
  children: ReactNode;
}) {
  const { slot, location, orders } = group;
  return (
    <section className="paper-slot">
      <div className="paper-slot-head">
        <h3>
          {slot ? slotWords(slot, shop) : 'No time agreed, for this day'}
          {hasPlaces ? ` ${location?.name ?? ''}` : ''} <small>{count(orders.length, 'order')}</small>
        </h3>
      </div>
      {children}
    </section>
  );
}

type Listed = { pack: readonly DayOrderDto[]; date: string; shop: Shop; hasPlaces: boolean };

const PackList = ({ pack, date, shop, hasPlaces }: Listed) => (
  <div className="paper-columns">
    {slotGroups(pack).map((group) => (
      <Group key={groupKey(group)} group={group} shop={shop} hasPlaces={hasPlaces}>
        <ul>
          {group.orders.map((order) => (
            <PaperOrder key={order.id} order={order} date={date} shop={shop} done={isPacked(order.status)} />
          ))}
        </ul>
      </Group>
    ))}
  </div>
);

const NoTimeList = ({ noTime, date, shop }: { noTime: readonly DayOrderDto[]; date: string; shop: Shop }) => (
  <ul className="paper-columns">
    {noTime.map((order) => (
      <PaperOrder key={order.id} order={order} date={date} shop={shop} done={isPacked(order.status)} when />
    ))}
  </ul>
);

function HandOverList({ groups, shop, hasPlaces }: { groups: readonly SlotGroup[]; shop: Shop; hasPlaces: boolean }) {
  return groups.map((group) => (
    <Group key={groupKey(group)} group={group} shop={shop} hasPlaces={hasPlaces}>
      <ul className="paper-rows">
        {group.orders.map((order) => (
          <li key={order.id} className="paper-row">
            <TickBox done={isHandedOver(order.status)} />
            <PaperNumber order={order} />
            <span className="paper-grow">
              <strong>{order.customer_name}</strong>{' '}
              <span className="paper-phone">{formatPhone(order.customer_phone)}</span>
            </span>
            <span>{count(piecesOf(order.items), 'piece')}</span>
            <PaperDue order={order} shop={shop} />
          </li>
        ))}
      </ul>
    </Group>
  ));
}

function DeliverList({ pack, shop }: { pack: readonly DayOrderDto[]; shop: Shop }) {
  return deliverGroups(pack).map(({ zone, orders }) => (
    <section key={zone?.id ?? ''} className="paper-group">
      <h3>
        {zone?.name ?? 'Without a zone'} <small>{count(orders.length, 'stop')}</small>
      </h3>
      <ul className="paper-rows">
        {orders.map((order) => {
          const { delivery_address: address } = order;
          const receiver = receiverOf(order);
          return (
            <li key={order.id} className="paper-row">
              <TickBox done={isHandedOver(order.status)} />
              <span className="paper-time">{timeWords(order, shop)}</span>
              <PaperNumber order={order} />
              <span className="paper-grow">
                <strong>{receiver.name}</strong> <span className="paper-phone">{formatPhone(receiver.phone)}</span>
                {address ? (
                  <span className="paper-address">
                    {address.street}, <strong>{address.postal_code}</strong> {address.city}
                  </span>
                ) : null}
                {address?.notes ? <em className="paper-note">{address.notes}</em> : null}
                {order.gift && order.due > 0 ? (
                  <em className="paper-note">A gift: collect from {order.customer_name}, not at the door</em>
                ) : null}
              </span>
              <span>{count(piecesOf(order.items), 'piece')}</span>
              <PaperDue order={order} shop={shop} />
            </li>
          );
        })}
      </ul>
    </section>
  ));
}
