import { Badge, Status } from '#components/ui/badge';
import type { DeskProductCard } from '#lib/catalog/output';
import { stateOf } from './words.ts';

export function ProductState({ product }: { product: DeskProductCard }) {
  const { label, tone } = stateOf(product);
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <Status tone={tone}>{label}</Status>
      {product.featured ? <Badge tone="accent">Featured</Badge> : null}
    </span>
  );
}
