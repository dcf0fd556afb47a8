/** A Saturday of its own for each test of a file, with slots at eight and at ten in Berlin, in winter. */
export function weeks() {
  let week = 0;
  return () => {
    week += 1;
    const day = new Date(Date.UTC(2031, 0, 4 + 7 * week)).toISOString().slice(0, 10);
    const slot = (hour: string, end: string): [string, string] => [`${day}T${hour}:00:00Z`, `${day}T${end}:00:00Z`];
    return { day, eight: slot('07', '08'), ten: slot('09', '10') };
  };
}

export const loaf = {
  productName: 'Test loaf',
  variantTitle: '1 kg',
  unitPriceMinor: 620,
  allergens: ['gluten' as const],
};
