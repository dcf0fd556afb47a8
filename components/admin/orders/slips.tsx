import type { ReactNode } from 'react';
import type { OrderDto } from '#lib/orders/output';
import { withParams } from '../address.ts';
import { LABEL_PAPER, LABEL_PAPERS, LABELS_PER_SHEET, oneOf, PAPER, PAPERS } from '../day/paper.ts';
import { type PaperChoice, PaperTools } from '../day/paper-tools.tsx';
import { RollPage } from '../day/roll-page.tsx';
import { OrderConfirmation } from './confirmation.tsx';
import { Labels } from './labels.tsx';
import { GiftSlip, PackingSlip, type SlipShop } from './slip.tsx';

export const SLIP_KINDS = ['packing', 'gift', 'confirmation', 'labels'] as const;
export type SlipKind = (typeof SLIP_KINDS)[number];

const KIND: Record<SlipKind, string> = {
  packing: 'Packing slip',
  gift: 'Gift slip, no prices',
  confirmation: 'Confirmation',
  labels: 'Labels',
};

type Params = Record<string, string | string[] | undefined>;

export const kindOf = (search: Params): SlipKind => oneOf(search, 'kind', SLIP_KINDS) ?? 'packing';

/** Slips or labels of one order, or of all orders of a day, as they will come out of the printer. */
export function Slips({
  orders,
  shop,
  path,
  query,
  search,
  kinds = SLIP_KINDS,
  title,
  crumbs,
  choices = [],
  none,
}: {
  orders: readonly OrderDto[];
  shop: SlipShop;
  /** Of the page, whose address holds what is chosen. */
  path: string;
  query: string;
  search: Params;
  kinds?: readonly SlipKind[];
  title: string;
  crumbs: readonly { label: string; href?: string }[];
  choices?: readonly PaperChoice[];
  /** Shown when there is nothing of this kind. */
  none: ReactNode;
}) {
  const kind = kindOf(search);
  const link = (changes: Record<string, string | null>) => withParams(path, query, changes);
  const kindChoice: PaperChoice = {
    label: 'Kinds of slip',
    options: kinds.map((one) => ({
      href: link({ kind: one === 'packing' ? null : one, paper: null }),
      label: KIND[one],
      current: one === kind,
    })),
  };
  const wanted = kind === 'gift' ? orders.filter(({ gift }) => gift !== null || orders.length === 1) : orders;
  const content = contentOf();

  function contentOf() {
    if (kind === 'labels') return labelsOf();
    if (kind !== 'confirmation') return slipsOf(kind);
    const printed = wanted.map((order) => <OrderConfirmation key={order.id} order={order} shop={shop} />);
    return { papers: [], extra: null, printed: <div className="slips">{printed}</div> };
  }

  function slipsOf(which: 'packing' | 'gift') {
    const paper = oneOf(search, 'paper', PAPERS) ?? 'a4';
    const Slip = which === 'gift' ? GiftSlip : PackingSlip;
    const slips = wanted.map((order) => {
      const slip = <Slip key={order.id} order={order} shop={shop} paper={paper} />;
      if (paper === 'a4') return slip;
      return (
        <RollPage key={order.id} paper={paper}>
          {slip}
        </RollPage>
      );
    });
    const papers: PaperChoice = {
      label: 'Paper',
      options: PAPERS.map((one) => ({
        href: link({ paper: one === 'a4' ? null : one }),
        label: PAPER[one],
        current: one === paper,
      })),
    };
    return {
      papers: [papers],
      extra: null,
      printed: <div className="slips">{slips}</div>,
    };
  }

  function labelsOf() {
    const paper = oneOf(search, 'paper', LABEL_PAPERS) ?? 'sheet';
    const isPerPiece = search.each === 'piece';
    const skip = Math.min(LABELS_PER_SHEET - 1, Math.max(0, Math.trunc(Number(search.skip) || 0)));
    const papers: PaperChoice[] = [
      {
        label: 'Paper',
        options: LABEL_PAPERS.map((one) => ({
          href: link({ paper: one === 'sheet' ? null : one }),
          label: LABEL_PAPER[one],
          current: one === paper,
        })),
      },
      {
        label: 'How many labels',
        options: [
          { href: link({ each: null }), label: 'One per line', current: !isPerPiece },
          { href: link({ each: 'piece' }), label: 'One per piece', current: isPerPiece },
        ],
      },
    ];
    return {
      papers,
      printed: <Labels orders={wanted} shop={shop} paper={paper} isPerPiece={isPerPiece} skip={skip} />,
      extra: paper === 'sheet' ? <SkipLabels path={path} query={query} skip={skip} /> : null,
    };
  }

  return (
    <>
      <PaperTools title={title} crumbs={crumbs} choices={[kindChoice, ...choices, ...content.papers]}>
        {content.extra}
      </PaperTools>
      {wanted.length === 0 ? none : content.printed}
    </>
  );
}

/** A sheet of labels is used up over several days. */
function SkipLabels({ path, query, skip }: { path: string; query: string; skip: number }) {
  const rest = [...new URLSearchParams(query)].filter(([name]) => name !== 'skip');
  return (
    <form className="sticker-skip" action={path}>
      {rest.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="skip">Labels gone from the first sheet</label>
      <input
        id="skip"
        className="control"
        type="number"
        name="skip"
        min={0}
        max={LABELS_PER_SHEET - 1}
        defaultValue={skip}
      />
      <button type="submit" className="btn" data-variant="secondary">
        Apply
      </button>
    </form>
  );
}
