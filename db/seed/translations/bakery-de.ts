import type { TranslationSeed } from '../preset.ts';

/** Crumb & Ember in German: the shelves, and the loaves that are asked for most. */
export const bakeryDe: TranslationSeed = {
  shop: {
    tagline: 'Brot mit dunkler Kruste und einer langen Nacht dahinter.',
    about:
      'Wir sind vier Bäcker und ein Etagenofen auf dem Hof einer alten Kohlenhandlung in Neukölln. Unsere Teige ruhen achtzehn bis vierzig Stunden, ein Drittel des Mehls mahlen wir selbst, und wir backen nur so viele Laibe, wie wir einzeln ansehen können. Bestellen Sie bis sechs Uhr abends, und auf dem Brot von morgen steht Ihr Name.',
  },
  categories: {
    loaves: { name: 'Brote', description: 'Sauerteig und Roggen vom Stein, dunkel gebacken, tagelang gut.' },
    'baguettes-and-flatbreads': {
      name: 'Baguettes & Fladen',
      description: 'Am besten binnen Stunden: krachende Stangen, offene Ciabatta, Focaccia mit viel Öl.',
    },
    rolls: { name: 'Brötchen & Brezeln', description: 'Kleine Brote für ein großes Frühstück, ab halb sieben.' },
    viennoiserie: {
      name: 'Viennoiserie',
      description: 'Von Hand über drei Tage touriert, mit Butter aus der Uckermark.',
    },
    'cakes-and-tarts': { name: 'Kuchen & Tartes', description: 'Ganz für den Tisch, als Stück für schlechte Tage.' },
    'small-sweets': {
      name: 'Süße Kleinigkeiten',
      description: 'Kekse, Brownies und Krapfen: einer für jetzt, einer für den Heimweg.',
    },
    pantry: {
      name: 'Mittag & Vorrat',
      description: 'Mittags belegte Brote, und zum Mitnehmen, was wir selbst verwenden.',
    },
  },
  products: {
    'ember-sourdough': {
      name: 'Glut-Sauerteig',
      description:
        'Unser Hausbrot: Weizen und ein Fünftel Roggen, dreißig Stunden in der Kälte, gebacken, bis die Kruste die Farbe einer Kastanie hat.',
      details:
        'Krachende Kruste, offene, feuchte Krume und eine milde Säure, die am zweiten Tag freundlicher wird. Hält vier Tage mit der Schnittfläche auf dem Brett; in Scheiben lässt es sich gut einfrieren.',
      variants: { 'CE-LO-01': 'Ganz, 1 kg', 'CE-LO-01H': 'Halb, 500 g' },
    },
    'country-rye': {
      name: 'Landroggen 80',
      description:
        'Vier Fünftel Roggen auf Dreistufensauer. Dicht, saftig, ein wenig süß; die Scheibe, die jeden Käse trägt.',
      details: 'Am zweiten Tag besser als am ersten und am sechsten noch gut. Dünn schneiden.',
      variants: { 'CE-LO-02': 'Ganz, 1,2 kg', 'CE-LO-02H': 'Halb, 600 g' },
    },
    'seeded-tin': {
      name: 'Saatenkasten',
      description:
        'Dinkel, Hafer und vier Saaten, über Nacht gequollen, vor der Form in Sonnenblumen- und Kürbiskernen gewälzt.',
      details: 'Feucht genug, um gefroren in den Toaster zu kommen. Eine Scheibe wiegt, was ein Frühstück wiegen soll.',
      variants: { 'CE-LO-03': 'Kasten, 750 g' },
    },
    'walnut-batard': {
      name: 'Walnuss-Bâtard',
      description:
        'Ein langer Laib voll gerösteter Walnüsse, violett, wo sie die Krume berühren. Gemacht für Blauschimmel und Birnen.',
      details: 'Wir rösten die Nüsse in der fallenden Hitze des Ofens, damit sie im Laib knackig bleiben.',
      variants: { 'CE-LO-04': 'Ganz, 700 g' },
    },
    'night-baguette': {
      name: 'Nachtbaguette',
      description:
        'Um vier Uhr früh geformt, aus einem Teig, der seit gestern ruht. Singt, wenn es aus dem Ofen kommt.',
      details: 'Essen Sie es heute. Morgen sind es Croûtons, und gute.',
      variants: { 'CE-BA-01': 'Eines', 'CE-BA-01T': 'Drei' },
    },
    schrippe: {
      name: 'Berliner Schrippe',
      description:
        'Das Frühstücksbrötchen der Stadt, mit einem tiefen Schnitt, dünner Kruste und einer Krume wie Watte.',
      details: 'In vier Schüben bis elf gebacken, damit immer eine warm ist.',
      variants: { 'CE-RO-01': 'Eine', 'CE-RO-01S': 'Tüte mit sechs' },
    },
    'lye-pretzel': {
      name: 'Laugenbrezel',
      description:
        'Dünne, knusprige Arme, ein weicher, aufgesprungener Bauch, grobes Salz, das Sie zur Not abklopfen können.',
      details: 'Wir schlingen sie auf schwäbische Art und haben die Briefe dazu bekommen.',
      variants: { 'CE-RO-04': 'Mit Salz', 'CE-RO-04B': 'Mit Butter und Schnittlauch' },
    },
    'butter-croissant': {
      name: 'Buttercroissant',
      description:
        'Siebenundzwanzig Lagen, drei Tage, ein schönes Krachen. Die Krümel auf Ihrem Mantel sind inbegriffen.',
      details: 'Aus Sauerrahmbutter mit 84 % Fett. Vier Minuten bei 180 °C holen den Morgen zurück.',
      variants: { 'CE-VI-01': 'Eines', 'CE-VI-01F': 'Schachtel mit vier' },
    },
  },
  zones: {
    'Around the canal': 'Rund um den Kanal',
    'Inner Berlin by cargo bike': 'Innenstadt, mit dem Lastenrad',
  },
  closures: [
    'Heute sind wir in der Mühle und backen nichts. Morgen gibt es wieder Brot.',
    'Der Ofen wird neu ausgemauert. Am Tag danach backen wir wieder.',
    'An diesem Tag kein Stand: Der Markt macht dem Halbmarathon Platz.',
  ],
  payments: {
    'Cash at the counter': {
      title: 'Bar an der Theke',
      instructions: 'Bezahlt wird beim Abholen. Münzen sind willkommen, unserer Kasse fehlen sie immer.',
    },
    'Card, at the counter or at your door': {
      title: 'Karte, an der Theke oder an Ihrer Tür',
      instructions: 'Girocard, Visa und Mastercard, ab einem Euro, beim Abholen oder wenn das Lastenrad klingelt.',
    },
    'Bank transfer': {
      title: 'Überweisung',
      instructions:
        'Überweisen Sie den Betrag mit Ihrer Bestellnummer als Verwendungszweck. Wir beginnen Ihr Brot, sobald das Geld da ist, meist am selben Tag.',
    },
  },
  pictures: {
    'Round dark sourdough loaf with a leaf scored into the crust':
      'Rundes dunkles Sauerteigbrot mit einem in die Kruste geritzten Blatt',
    'Oval rye loaf with rings of flour on a cracked crust': 'Ovales Roggenbrot mit Mehlringen auf der rissigen Kruste',
    'Two crossed baguettes with a crackling crust': 'Zwei gekreuzte Baguettes mit knuspriger Kruste',
    'Golden layered croissant': 'Goldbraunes Croissant mit vielen Blätterschichten',
  },
};
