'use client';

import dynamic from 'next/dynamic';
import type { BarsProps } from './bars.tsx';

/** The drawing library comes when the page stands: tables and figures are there before it. */
const Drawn = dynamic(() => import('./bars.tsx').then((module) => module.Bars), {
  ssr: false,
  loading: () => <div className="chart" />,
});

export function LazyBars(props: BarsProps) {
  const { series } = props;
  return (
    <>
      {series.length > 1 ? (
        <ul className="legend" aria-hidden="true">
          {series.map(({ key, name, tone, as }) => (
            <li key={key}>
              <span className="swatch" data-tone={tone} data-as={as} />
              {name}
            </li>
          ))}
        </ul>
      ) : null}
      <Drawn {...props} />
    </>
  );
}
