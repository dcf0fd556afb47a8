import type { Allergen, OrderStatus } from '#db/enums';

/** What rules answer, per language of the storefront. Figures and names come in as they are to be read. */

export const ANSWER_LANGUAGES = ['en', 'ro', 'de'] as const;
type Language = (typeof ANSWER_LANGUAGES)[number];

type Answers = {
  openUntil: (time: string) => string;
  opens: (when: string) => string;
  closed: string;
  week: string;
  /** From Monday on. */
  days: readonly string[];
  order: (number: string, status: string) => string;
  track: (link: string) => string;
  contains: (product: string, allergens: string) => string;
  containsNone: (product: string) => string;
  allergens: (link: string) => string;
  person: string;
  status: Record<OrderStatus, string>;
  allergen: Record<Allergen, string>;
};

const EN: Answers = {
  openUntil: (time) => `We are open now, until ${time}.`,
  opens: (when) => `We are closed at the moment and open again ${when}.`,
  closed: 'We are closed at the moment.',
  week: 'Our hours:',
  days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  order: (number, status) => `Your order ${number} is ${status}.`,
  track: (link) => `With its number and your phone number you can see where your order stands: ${link}`,
  contains: (product, allergens) => `${product} contains: ${allergens}.`,
  containsNone: (product) => `For ${product} no allergens are listed.`,
  allergens: (link) =>
    `The allergens of everything we make stand with the product, and you can filter by them: ${link}`,
  person: 'If you meant something else, just write on: one of us will answer.',
  status: {
    pending: 'received and waits to be confirmed',
    confirmed: 'confirmed',
    processing: 'being made',
    ready: 'ready',
    completed: 'completed',
    cancelled: 'canceled',
  },
  allergen: {
    gluten: 'gluten',
    crustaceans: 'crustaceans',
    eggs: 'eggs',
    fish: 'fish',
    peanuts: 'peanuts',
    soybeans: 'soy',
    milk: 'milk',
    nuts: 'tree nuts',
    celery: 'celery',
    mustard: 'mustard',
    sesame: 'sesame',
    sulphites: 'sulphites',
    lupin: 'lupin',
    molluscs: 'molluscs',
  },
};

const RO: Answers = {
  openUntil: (time) => `Acum suntem deschiși, până la ${time}.`,
  opens: (when) => `Acum suntem închiși; deschidem din nou ${when}.`,
  closed: 'Acum suntem închiși.',
  week: 'Programul nostru:',
  days: ['Luni', 'Marți', 'Miercuri', 'Joi', 'Vineri', 'Sâmbătă', 'Duminică'],
  order: (number, status) => `Comanda dumneavoastră ${number} este ${status}.`,
  track: (link) => `Cu numărul comenzii și numărul de telefon puteți vedea stadiul comenzii: ${link}`,
  contains: (product, allergens) => `${product} conține: ${allergens}.`,
  containsNone: (product) => `Pentru ${product} nu sunt trecuți alergeni.`,
  allergens: (link) => `Alergenii sunt trecuți la fiecare produs și puteți filtra după ei: ${link}`,
  person: 'Dacă ați întrebat altceva, scrieți mai departe: vă răspunde unul dintre noi.',
  status: {
    pending: 'primită și așteaptă confirmarea',
    confirmed: 'confirmată',
    processing: 'în lucru',
    ready: 'gata',
    completed: 'încheiată',
    cancelled: 'anulată',
  },
  allergen: {
    gluten: 'gluten',
    crustaceans: 'crustacee',
    eggs: 'ouă',
    fish: 'pește',
    peanuts: 'arahide',
    soybeans: 'soia',
    milk: 'lapte',
    nuts: 'fructe cu coajă',
    celery: 'țelină',
    mustard: 'muștar',
    sesame: 'susan',
    sulphites: 'sulfiți',
    lupin: 'lupin',
    molluscs: 'moluște',
  },
};

const DE: Answers = {
  openUntil: (time) => `Wir haben gerade geöffnet, bis ${time} Uhr.`,
  opens: (when) => `Wir haben gerade geschlossen und öffnen wieder ${when}.`,
  closed: 'Wir haben gerade geschlossen.',
  week: 'Unsere Öffnungszeiten:',
  days: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
  order: (number, status) => `Ihre Bestellung ${number} ist ${status}.`,
  track: (link) => `Mit der Bestellnummer und Ihrer Telefonnummer sehen Sie, wie weit Ihre Bestellung ist: ${link}`,
  contains: (product, allergens) => `${product} enthält: ${allergens}.`,
  containsNone: (product) => `Für ${product} sind keine Allergene angegeben.`,
  allergens: (link) => `Die Allergene stehen bei jedem Produkt, und Sie können danach filtern: ${link}`,
  person: 'Falls Sie etwas anderes meinten, schreiben Sie einfach weiter: Eine von uns antwortet Ihnen.',
  status: {
    pending: 'eingegangen und wartet auf unsere Bestätigung',
    confirmed: 'bestätigt',
    processing: 'in Arbeit',
    ready: 'fertig',
    completed: 'abgeschlossen',
    cancelled: 'storniert',
  },
  allergen: {
    gluten: 'Gluten',
    crustaceans: 'Krebstiere',
    eggs: 'Eier',
    fish: 'Fisch',
    peanuts: 'Erdnüsse',
    soybeans: 'Soja',
    milk: 'Milch',
    nuts: 'Schalenfrüchte',
    celery: 'Sellerie',
    mustard: 'Senf',
    sesame: 'Sesam',
    sulphites: 'Sulfite',
    lupin: 'Lupinen',
    molluscs: 'Weichtiere',
  },
};

const ANSWERS: Record<Language, Answers> = { en: EN, ro: RO, de: DE };

/** The answers in the language of a locale; English for one we do not speak. */
export const answersIn = (locale: string): Answers =>
  ANSWERS[ANSWER_LANGUAGES.find((language) => language === locale.slice(0, 2)) ?? 'en'];
