import { Icon } from '#components/ui/icons';
import { Link } from '#components/ui/link';
import { withParams } from '../address.ts';
import { PAPER, PAPERS } from './paper.ts';

/** Everything of a day that goes on paper; each is a page that shows first what will come out. */
export function PrintMenu({ date, query, hasGifts }: { date: string; query: string; hasGifts: boolean }) {
  const slips = (kind: string) => withParams(`/admin/day/${date}/slips`, query, { kind, part: null, paper: null });
  const links = [
    ...PAPERS.map((paper) => ({
      href: withParams(`/admin/day/${date}`, query, { paper }),
      label: `This sheet: ${PAPER[paper]}`,
    })),
    { href: slips('packing'), label: 'Packing slips' },
    ...(hasGifts ? [{ href: slips('gift'), label: 'Gift slips' }] : []),
    { href: slips('labels'), label: 'Labels with allergens' },
  ];
  return (
    <details className="menu" data-side="end" key={`${date} ${query}`}>
      <summary className="btn" data-variant="primary">
        <Icon name="print" size={18} />
        Print
        <Icon name="chevronDown" size={16} />
      </summary>
      <div>
        {links.map(({ href, label }) => (
          <Link key={href} className="btn" data-variant="quiet" href={href}>
            {label}
          </Link>
        ))}
      </div>
    </details>
  );
}
