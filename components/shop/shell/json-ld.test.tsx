import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { JsonLd } from './json-ld.tsx';

it.each(['</script><script>alert(1)</script>', '<!--<script>', '"}</ScRiPt >', ']]>', '\u2028<img onerror=alert(1)>'])(
  'stays one element whose data is as it was: %s',
  (name) => {
    const markup = renderToStaticMarkup(<JsonLd data={{ '@type': 'Product', name }} />);
    const inside = /^<script type="application\/ld\+json">([^<]*)<\/script>$/.exec(markup)?.[1];
    expect(JSON.parse(inside ?? 'null')).toEqual({ '@type': 'Product', name });
  },
);
