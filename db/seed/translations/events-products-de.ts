import type { TranslationSeed } from '../preset.ts';

const RENTED = 'Miete von Freitagmittag bis Sonntagabend oder für drei beliebige Tage. Die Reinigung übernehmen wir.';

/** What Lush Moments rents and sells, in German. */
export const eventsProductsDe: TranslationSeed['products'] = {
  'moon-arch': {
    name: 'Mondring',
    description:
      'Ein goldener Ring von zwei Metern, an dessen Seite sechzig Ballons hinaufklettern. Steht hinter der Hälfte unserer Tortenbilder.',
    details: `Stahl, gebürstetes Gold, 22 kg, innerhalb von Bukarest fertig geschmückt gebracht. ${RENTED}`,
    variants: { 'LM-AR-01': 'Creme und Gold', 'LM-AR-01F': 'Puder und Rosé' },
  },
  'nightfall-board': {
    name: 'Abendwand',
    description:
      'Eine abgerundete Wand in Nachtblau mit einer Welle aus Ballons in Aprikose und Puder. Für Torten, Paare und Reden.',
    details: `Birke, matt lackiert, 2,2 m hoch. Gegen Aufpreis streichen wir sie in Ihrer Farbe. ${RENTED}`,
    variants: { 'LM-AR-02': 'Geschmückt' },
  },
  'midnight-pavilion': {
    name: 'Mitternachtspavillon',
    description: 'Ein gestreifter Pavillon für die Bar, die Band oder das Paar, das fünf Minuten für sich braucht.',
    details: `Schwer entflammbar, mit Boden und Gewichten, von innen beleuchtet. ${RENTED}`,
    variants: { 'LM-AR-03': '4 × 4 m' },
  },
  'vow-arch': {
    name: 'Traubogen',
    description: 'Weißes Leinen zu beiden Seiten, Rosen und Anemonen über einer Schulter. Für Versprechen jeder Art.',
    details: `Steht drinnen frei, draußen mit Erdspießen. ${RENTED}`,
    variants: { 'LM-AR-04': 'Mit frischen Blumen' },
  },
  'balloon-cloud': {
    name: 'Ballonwolke',
    description: 'Dreißig Ballons in vier Größen, eng gebunden: eine Wolke für die Ecke hinter der Torte.',
    details: 'Naturlatex, in einem Jahr kompostiert. In Bukarest aufgeblasen geliefert, sonst mit Pumpe und Film.',
    variants: { 'LM-BA-01B': 'Puder und Gold', 'LM-BA-01M': 'Nachtblau und Silber' },
  },
  'helium-dozen': {
    name: 'Heliumdutzend',
    description: 'Zwölf an Seidenbändern, achtzehn Stunden in der Luft. Genug, um die Stimmung zu heben, kein Kind.',
    details: 'Nennen Sie uns in der Notiz drei Farben, wir mischen sie.',
    variants: { 'LM-BA-02': 'Zwölf' },
  },
  'giant-number': {
    name: 'Riesenzahl',
    description: 'Eine goldene Ziffer, so groß wie ein Kind von sechs. Jedes Alter, auch das, das Sie nicht nennen.',
    details: 'Folie, Helium, hält eine Woche. Schreiben Sie die Zahl in die Notiz.',
    variants: { 'LM-BA-03': 'Eine Ziffer' },
  },
  'brass-candlesticks': {
    name: 'Messingleuchter',
    description: 'Drei Leuchter in drei Höhen, altes Messing mit genau den richtigen Dellen.',
    details: `Mit Kerzen für einen Abend. ${RENTED}`,
    variants: { 'LM-LI-01': 'Drei im Satz' },
  },
  'ivory-pillars': {
    name: 'Stumpenkerzen in Elfenbein',
    description: 'Dicke Kerzen, die sechzig Stunden brennen, länger als die meisten Reden.',
    details: 'Raps und Stearin, durchgefärbt.',
    variants: { 'LM-LI-02': 'Sechs', 'LM-LI-02L': 'Fünfzig' },
  },
  'lantern-pair': {
    name: 'Laternenpaar',
    description: 'Zwei schwarze Laternen, eine groß, eine klein, für Stufen, Wege und den Rückweg zum Auto.',
    details: `Mit LED-Kerzen, die wie echte flackern, oder mit echten. ${RENTED}`,
    variants: { 'LM-LI-03': 'Drei im Satz' },
  },
  'festoon-lights': {
    name: 'Lichterkette',
    description: 'Warme Birnen an schwarzem Kabel. Über einen Hof gespannt sind sie eine Decke aus Sommer.',
    details: `Wetterfest, dimmbar, bis 200 m zu verbinden. ${RENTED}`,
    variants: { 'LM-LI-04': '20 m', 'LM-LI-04P': '20 m mit Masten' },
  },
  'mirror-ball': {
    name: 'Spiegelkugel',
    description: 'Fünfzig Zentimeter 1978, mit leisem Motor und zwei Spots.',
    details: `Braucht einen Haken, der 8 kg trägt. ${RENTED}`,
    variants: { 'LM-LI-05': 'Mit Motor' },
  },
  'ballroom-chair': {
    name: 'Ballsaalstuhl',
    description: 'Buche, gewachst, stapelbar. Der Stuhl, den niemand bemerkt, weil er bequem ist.',
    details: `Mit Kissen in Elfenbein und Band in Puder. ${RENTED}`,
    variants: { 'LM-TA-01': 'Einer' },
  },
  'photo-wall': {
    name: 'Fotowand',
    description:
      'Neun Schnüre, vierzig Holzklammern und eine Sofortbildkamera. Um Mitternacht ist sie voll, und alle stehen davor.',
    details: `Rahmen, Licht, Kamera und sechzig Filme. ${RENTED}`,
    variants: { 'LM-TA-02': 'Eine' },
  },
  'dessert-stand': {
    name: 'Dessert-Etagere',
    description:
      'Goldene Platten in drei Höhen, mit sechzig Cupcakes und Macarons von einer Konditorin, der wir vertrauen.',
    details: `Am selben Morgen gebacken; die Etagere nehmen wir wieder mit. ${RENTED}`,
    variants: { 'LM-TA-03': 'Gefüllt' },
  },
  'linen-cloth': {
    name: 'Tischtuch aus gewaschenem Leinen',
    description: 'Schweres Leinen, das bis zum Boden fällt und mit Falten schöner ist.',
    details: `Für Tische bis 240 cm. ${RENTED}`,
    variants: { 'LM-LN-01I': 'Elfenbein', 'LM-LN-01B': 'Puder', 'LM-LN-01M': 'Nachtblau' },
  },
  'midnight-setting': {
    name: 'Gedeck Mitternacht',
    description:
      'Dunkles Steinzeug, goldenes Besteck, eine Serviette mit Knoten: ein Platz an einem Tisch, den alle fotografieren.',
    details: `Zwei Teller, vier Teile Besteck, Serviette. ${RENTED}`,
    variants: { 'LM-LN-02': 'Je Gast' },
  },
  'garden-setting': {
    name: 'Gedeck Garten',
    description: 'Cremefarbene Teller mit Wellenrand, Besteck aus Stahl, Leinen in Salbei. Mittag unterm Walnussbaum.',
    details: `Zwei Teller, vier Teile Besteck, Serviette. ${RENTED}`,
    variants: { 'LM-LN-03': 'Je Gast' },
  },
  'coupe-glasses': {
    name: 'Champagnerschalen',
    description: 'Dünn, weit, ein wenig gefährlich. Dreißig ergeben einen Turm; wie, zeigt unsere Zeichnung.',
    details: `Kiste mit dreißig. Bis zu zwei zerbrochene gehen auf uns. ${RENTED}`,
    variants: { 'LM-LN-04': 'Kiste mit 30' },
  },
  'show-cake': {
    name: 'Schautorte',
    description:
      'Zwei Etagen Buttercreme und Zuckerrosen auf einem Messingfuß. Die untere ist echt, auf Wunsch auch die obere.',
    details: RENTED,
    variants: { 'LM-LN-05': 'Für 30' },
  },
  centerpiece: {
    name: 'Abendgesteck',
    description:
      'Rosen, Ranunkeln und Eukalyptus in einer flachen Messingschale, in der Farbe der Stunde vor dem Dunkel.',
    details: 'Frisch, am selben Morgen gemacht. Die Schale kommt mit dem Rest zurück.',
    variants: { 'LM-FL-01': 'Flach', 'LM-FL-01T': 'Hoch, auf einem Fuß' },
  },
  'bridal-bouquet': {
    name: 'Brautstrauß',
    description: 'Pfingstrosen und Gartenrosen, gebunden, um acht Stunden getragen und einmal geworfen zu werden.',
    details: 'Wir sprechen vorher. Mit einem zweiten zum Werfen.',
    variants: { 'LM-FL-02': 'Mit Wurfstrauß' },
  },
  'silk-garland': {
    name: 'Seidengirlande',
    description: 'Zwei Meter Rosen und Blätter, die nie welken, für Bögen, Tische und Treppen.',
    details: `Mit Draht im Inneren, biegt sich, wie Sie wollen. ${RENTED}`,
    variants: { 'LM-FL-03': '2 m' },
  },
  'rubber-fig': {
    name: 'Gummibaum im Topf',
    description: 'Ein echter, elf Jahre alt, mit Namen. Für die Ecke, die jemanden zum Anlehnen braucht.',
    details: `Im Tontopf auf versteckten Rollen. ${RENTED}`,
    variants: { 'LM-FL-04': 'Einer' },
  },
  'letter-lights': {
    name: 'Leuchtbuchstaben',
    description:
      'Vier Buchstaben, so groß wie ein Blumenmädchen, nachtblau mit warmen Birnen. LOVE steht im Regal, alles andere im Alphabet.',
    details: `Schreiben Sie ein anderes Wort mit vier Buchstaben in die Notiz. ${RENTED}`,
    variants: { 'LM-PA-01': 'Vier Buchstaben' },
  },
  'menu-cards': {
    name: 'Menükarten',
    description: 'Baumwollpapier mit gepresster Blüte in Dunkelblau und feinem Goldrand, eine für jeden Teller.',
    details: 'Schicken Sie den Text in der Notiz oder per E-Mail; in zwei Tagen sehen Sie einen Probedruck.',
    variants: { 'LM-PA-02': 'Zehn', 'LM-PA-02L': 'Fünfzig' },
  },
  'guest-presents': {
    name: 'Gastgeschenke',
    description:
      'Kleine Schachteln in Gold, Pflaume und Salbei, mit Zuckermandeln gefüllt, von Hand gebunden. Eine je Stuhl.',
    details: 'Mit Namen auf den Bändern, wenn die Liste eine Woche vorher da ist.',
    variants: { 'LM-PA-03': 'Zehn' },
  },
  'star-pinata': {
    name: 'Stern-Piñata',
    description:
      'Ein fünfzackiger Stern in Puder, Gold und Creme, zum Draufschlagen für alle unter zehn und über vierzig.',
    details: 'Mit zwei Kilo Süßem gefüllt. Stock und Augenbinde sind dabei, Würde nicht.',
    variants: { 'LM-PA-04': 'Gefüllt' },
  },
  'petal-confetti': {
    name: 'Blütenknaller',
    description:
      'Papiertüten, die Luftschlangen und getrocknete Blüten werfen, in den dreißig Sekunden, nachdem die Tür aufgeht.',
    details: 'Ohne Plastik: Kirchen mögen das, Staubsauger auch.',
    variants: { 'LM-PA-05': 'Zehn Tüten' },
  },
  'paper-lanterns': {
    name: 'Lampionhimmel',
    description:
      'Fünfzehn Kugeln aus Reispapier in Creme, Puder und Gold, in allen Höhen. Eine Decke für Orte, die keine haben.',
    details: `Mit Schnüren und warmem LED-Licht; die Leiter bringen wir mit. ${RENTED}`,
    variants: { 'LM-LI-06': 'Fünfzehn' },
  },
  'name-bunting': {
    name: 'Namenswimpel',
    description:
      'Baumwollwimpel mit bis zu sieben Buchstaben, genäht, nicht geklebt, für eine Tür, ein Bettchen oder eine sehr lange Tafel.',
    details: 'Schreiben Sie den Namen in die Notiz. Gehört Ihnen, und bleibt meistens auch.',
    variants: { 'LM-PA-06': 'Bis zu sieben Buchstaben' },
  },
};
