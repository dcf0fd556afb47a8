import type { ImportKind } from '#db/enums';
import type { FieldCode } from '#lib/errors';
import {
  CellError,
  CLEAR,
  plainWord,
  toAmount,
  toDay,
  toFlag,
  toList,
  toPairs,
  toPhoneText,
  toText,
  toWeekdays,
  toWhole,
  toWord,
  toWords,
  unguardCell,
} from './cells.ts';

/** What columns a file may have, under which names, and how their cells are read. Pure. */

export type Column = {
  /** As exports and templates write it, and as errors name it. */
  field: string;
  /** Other names, compared by `plainWord`. */
  also?: readonly string[];
  read: (text: string) => unknown;
  /** What the cell `-` makes of it; without one it cannot be emptied. */
  cleared?: null | '' | readonly [] | Readonly<Record<string, never>>;
  /** Of the row of the template. */
  example?: string;
};

export const PRODUCT_COLUMNS: readonly Column[] = [
  { field: 'id', also: ['variant id', 'barrow id'], read: toText },
  {
    field: 'sku',
    also: [
      'article number',
      'item number',
      'article no',
      'artikelnummer',
      'art nr',
      'cod',
      'cod produs',
      'variant sku',
    ],
    read: toText,
    cleared: null,
    example: 'RYE-800',
  },
  { field: 'slug', also: ['address', 'handle', 'url', 'adresse', 'adresa'], read: toText, example: 'rye-loaf' },
  {
    field: 'name',
    also: [
      'product',
      'product name',
      'title',
      'produkt',
      'produktname',
      'bezeichnung',
      'artikel',
      'nume',
      'denumire',
      'produs',
    ],
    read: toText,
    example: 'Rye loaf',
  },
  {
    field: 'variant',
    also: ['variant title', 'variant name', 'option', 'option1 value', 'variante', 'varianta'],
    read: toText,
    cleared: '',
    example: '800 g',
  },
  {
    field: 'category',
    also: ['categories', 'shelf', 'product category', 'kategorie', 'warengruppe', 'categorie', 'type'],
    read: toText,
    example: 'Bread',
  },
  {
    field: 'price',
    also: [
      'variant price',
      'sales price',
      'regular price',
      'gross price',
      'preis',
      'verkaufspreis',
      'vk',
      'bruttopreis',
      'pret',
    ],
    read: toAmount,
    example: '4.80',
  },
  { field: 'stock_mode', also: ['counting', 'bestandsart', 'mod stoc'], read: toWord, example: 'tracked' },
  {
    field: 'stock_quantity',
    also: [
      'stock',
      'quantity',
      'qty',
      'inventory',
      'variant inventory qty',
      'bestand',
      'lagerbestand',
      'menge',
      'stoc',
      'cantitate',
    ],
    read: toWhole,
    example: '20',
  },
  {
    field: 'low_stock_threshold',
    also: ['low stock', 'low stock amount', 'reorder level', 'meldebestand', 'mindestbestand', 'stoc minim'],
    read: toWhole,
    cleared: null,
    example: '5',
  },
  {
    field: 'net_quantity',
    also: ['net content', 'fullmenge', 'nettomenge', 'cantitate neta'],
    read: toWhole,
    cleared: null,
    example: '800',
  },
  { field: 'net_unit', also: ['unit', 'einheit', 'unitate'], read: toWord, cleared: null, example: 'g' },
  { field: 'load_points', also: ['load', 'effort'], read: toWhole },
  {
    field: 'description',
    also: ['short description', 'kurzbeschreibung', 'beschreibung', 'descriere'],
    read: toText,
    cleared: null,
    example: 'Sourdough, baked on stone.',
  },
  { field: 'details', also: ['long description', 'body', 'langbeschreibung', 'detalii'], read: toText, cleared: null },
  { field: 'active', also: ['published', 'visible', 'aktiv', 'sichtbar', 'activ'], read: toFlag, example: 'yes' },
  { field: 'featured', also: ['is featured', 'empfohlen', 'recomandat'], read: toFlag, example: 'no' },
  { field: 'lead_time_minutes', also: ['lead time', 'vorlauf', 'vorlaufzeit'], read: toWhole },
  { field: 'available_weekdays', also: ['weekdays', 'wochentage', 'zile'], read: toWeekdays, cleared: null },
  { field: 'available_from', also: ['season from', 'verfugbar ab', 'disponibil de la'], read: toDay, cleared: null },
  {
    field: 'available_until',
    also: ['season until', 'verfugbar bis', 'disponibil pana la'],
    read: toDay,
    cleared: null,
  },
  { field: 'max_per_order', also: ['maximum per order', 'hochstmenge'], read: toWhole, cleared: null },
  { field: 'allergens', also: ['allergies', 'allergene', 'alergeni'], read: toWords, cleared: [], example: 'gluten' },
  {
    field: 'ingredients',
    also: ['zutaten', 'ingrediente'],
    read: toText,
    cleared: null,
    example: 'Rye flour, water, salt',
  },
  { field: 'attributes', also: ['properties', 'eigenschaften', 'merkmale', 'atribute'], read: toPairs, cleared: {} },
];

export const CUSTOMER_COLUMNS: readonly Column[] = [
  { field: 'id', also: ['customer id', 'barrow id'], read: toText },
  {
    field: 'name',
    also: ['full name', 'customer', 'customer name', 'kunde', 'kundenname', 'nume', 'nume complet', 'client'],
    read: toText,
    example: 'Ana Pop',
  },
  {
    field: 'phone',
    also: [
      'phone number',
      'mobile',
      'mobile phone',
      'telephone',
      'tel',
      'telefon',
      'telefonnummer',
      'handy',
      'mobil',
      'mobiltelefon',
    ],
    read: toPhoneText,
    cleared: null,
    example: '+40 722 123 456',
  },
  {
    field: 'email',
    also: ['e-mail', 'mail', 'email address', 'e-mail address', 'e-mail-adresse', 'adresa de email'],
    read: toText,
    cleared: null,
    example: 'ana@example.com',
  },
  {
    field: 'notes',
    also: ['note', 'comment', 'comments', 'notiz', 'notizen', 'bemerkung', 'observatii'],
    read: toText,
    cleared: null,
    example: 'Rings twice',
  },
  {
    field: 'tags',
    also: ['tag', 'labels', 'schlagworte', 'etichete'],
    read: toList,
    cleared: [],
    example: 'Saturday; market',
  },
  { field: 'flags', also: ['flag', 'marks'], read: toWords, cleared: [] },
  {
    field: 'address_label',
    also: ['address name', 'label', 'adressname', 'nume adresa'],
    read: toText,
    cleared: null,
    example: 'Home',
  },
  {
    field: 'street',
    also: ['street and number', 'address', 'address line 1', 'address 1', 'strasse', 'adresse', 'strada', 'adresa'],
    read: toText,
    example: 'Strada Florilor 4',
  },
  { field: 'city', also: ['town', 'ort', 'stadt', 'wohnort', 'oras', 'localitate'], read: toText, example: 'Brașov' },
  {
    field: 'postal_code',
    also: ['postcode', 'zip', 'zip code', 'plz', 'postleitzahl', 'cod postal'],
    read: toText,
    cleared: null,
    example: '500123',
  },
  {
    field: 'address_notes',
    also: ['delivery notes', 'lieferhinweis', 'lieferhinweise', 'note livrare', 'observatii livrare'],
    read: toText,
    cleared: null,
    example: 'Blue gate',
  },
];

export const COLUMNS: Record<ImportKind, readonly Column[]> = {
  products: PRODUCT_COLUMNS,
  customers: CUSTOMER_COLUMNS,
};

/** Of these a file needs one: without it no row can be found again. */
export const FINDERS: Record<ImportKind, readonly string[]> = {
  products: ['sku', 'slug', 'id'],
  customers: ['phone', 'email', 'id'],
};

/** What each column of a head means; '' for one that means nothing here. */
export function fieldsOfHead(kind: ImportKind, head: readonly string[]): string[] {
  const byName = new Map<string, string>();
  for (const { field, also = [] } of COLUMNS[kind]) {
    for (const name of [field, ...also]) byName.set(plainWord(name), field);
  }
  return head.map((name) => byName.get(plainWord(unguardCell(name))) ?? '');
}

export type CellFault = { field: string; code: FieldCode; message: string };
export type ReadRow = { values: Record<string, unknown>; faults: CellFault[] };

const READERS: Record<ImportKind, ReadonlyMap<string, Column>> = {
  products: new Map(PRODUCT_COLUMNS.map((column) => [column.field, column])),
  customers: new Map(CUSTOMER_COLUMNS.map((column) => [column.field, column])),
};

/**
 * The values of a row by field. A cell that is empty or not there gives none, which leaves things as they are; `-` gives
 * the empty value.
 */
export function readRow(kind: ImportKind, fields: readonly string[], cells: readonly string[]): ReadRow {
  const values: Record<string, unknown> = {};
  const faults: CellFault[] = [];
  for (const [at, field] of fields.entries()) {
    const column = READERS[kind].get(field);
    const raw = cells[at] ?? '';
    if (!column || raw.trim() === '') continue;
    if (raw.trim() === CLEAR) {
      if (column.cleared === undefined) faults.push({ field, code: 'VAL_001', message: 'This cannot be emptied.' });
      else values[field] = column.cleared;
      continue;
    }
    try {
      values[field] = column.read(unguardCell(raw));
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      faults.push({ field, code: error.code, message: error.message });
    }
  }
  return { values, faults };
}
