export type StockNews = {
  product_id: string;
  variant_id: string;
  stock_quantity: number | null;
  /** Null: made per day, so it depends on the day. */
  in_stock: boolean | null;
  few_left: boolean;
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What the stream says of stock, or null. */
export function readStockNews(data: unknown): StockNews | null {
  if (!isRecord(data)) return null;
  const { product_id, variant_id, stock_quantity: left, in_stock: isIn, few_left } = data;
  if (typeof product_id !== 'string' || typeof variant_id !== 'string') return null;
  return {
    product_id,
    variant_id,
    stock_quantity: typeof left === 'number' ? left : null,
    in_stock: typeof isIn === 'boolean' ? isIn : null,
    few_left: few_left === true,
  };
}
