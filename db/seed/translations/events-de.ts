import type { TranslationSeed } from '../preset.ts';
import { eventsProductsDe } from './events-products-de.ts';

/** Lush Moments in German. */
export const eventsDe: TranslationSeed = {
  shop: {
    tagline: 'Wir bereiten die Bühne, der Abend gehört Ihnen.',
    about:
      'Drei Dekorateure, ein Lager unter einem Bahnbogen und elf Jahre Hochzeiten, Taufen und Firmenfeste zwischen Bukarest und den Hügeln. Mieten Sie einen Kerzenleuchter oder den ganzen Raum. Alles in diesen Regalen gehört uns, ist gespült und gezählt, und das meiste davon hat schon getanzt.',
  },
  categories: {
    'arches-and-backdrops': { name: 'Bögen & Hintergründe', description: 'Das eine, das auf jedem Foto ist.' },
    balloons: { name: 'Ballons', description: 'Wolken, Säulen und einzelne an einer sehr langen Schnur.' },
    light: { name: 'Kerzen & Licht', description: 'Bei Kerzenschein hat noch niemand schlechter ausgesehen.' },
    'chairs-and-sweets': { name: 'Stühle & Süßes', description: 'Worauf man sitzt und wofür man aufsteht.' },
    tableware: {
      name: 'Leinen & Geschirr',
      description: 'Teller, Gläser und Servietten, die sauber kommen und schmutzig gehen.',
    },
    flowers: {
      name: 'Blumen & Grün',
      description: 'Frisch vom Markt oder aus Seide, auf die Schwiegermütter hereinfallen.',
    },
    'paper-and-presents': { name: 'Papier & Geschenke', description: 'Zum Essen, zum Aufhängen, zum Werfen.' },
  },
  products: eventsProductsDe,
  packages: {
    'garden-wedding': {
      name: 'Gartenhochzeit',
      description:
        'Der Bogen, der Gang und jeder Tisch, aufgebaut, während Sie frühstücken, und fort, bevor die Nachbarn aufwachen. Wir gehen einmal mit Ihnen durch den Garten, zeichnen ihn einmal, und dann müssen Sie nur noch kommen.',
      items: [
        'Besuch vor Ort, mit einer Zeichnung davon',
        'Blumenbogen, frisch am Tag selbst',
        'Klappstuhl mit Schleife',
        'Tischgesteck mit Stabkerzen',
        'Gang mit Laternen und Blütenblättern',
        'Lichterketten, nach Metern',
        'Strauß für alle, die ihn werfen',
        'Aufbau, und Abbau bis zum Morgen',
      ],
    },
    'the-long-table': {
      name: 'Die lange Tafel',
      description:
        'Ein Tisch, und alle daran. Leinen bis zum Boden, ein Fluss aus Blumen in der Mitte und mehr Kerzen, als der Feuerwehr lieb ist. Für dreißig Menschen, die einander etwas zu sagen haben.',
      items: [
        'Tafel von neun Metern, mit Leinen',
        'Stuhl in Eiche oder Gold',
        'Gedeck mit zwei Gläsern',
        'Läufer aus Blumen der Saison',
        'Stabkerze in Messing',
        'Menükarte mit Namen',
      ],
    },
    'balloon-morning': {
      name: 'Ballonmorgen',
      description:
        'Ein erster, fünfter oder fünfzigster Geburtstag vor dem Mittagessen: der große Bogen, ein Kuchentisch und eine Zahl, die größer ist als der Mensch, zu dem sie gehört. Aus Latex oder, auf Wunsch, ganz ohne.',
      items: [
        'Ballonbogen in Ihren Farben',
        'Zahl aus Folie',
        'Kuchentisch mit Leinen',
        'Etagere',
        'Piñata, gefüllt',
        'Ballon zum Mitnehmen',
      ],
    },
    'first-candle': {
      name: 'Erste Kerze',
      description:
        'Eine Taufe wie ein angehaltener Atem: helle Vorhänge, eine kleine Torte, eine Kerze, auf die es ankommt. Wir bringen alles an die Kirchentür und sind vor Ihnen im Restaurant.',
      items: [
        'Geschmückte Taufkerze',
        'Vorhangwand mit Blumen',
        'Kuchentisch mit Ständer',
        'Tischgesteck, klein',
        'Platzkarte mit einem Zweig',
        'Korb für die kleinen Gaben',
      ],
    },
    'company-summer-night': {
      name: 'Sommerabend für die Firma',
      description:
        'Aus einem Parkplatz wird ein Abend. Pavillon, Bar, eine Spiegelkugel so groß wie ein Kalb und genug Licht, um den Nachtisch zu finden. Wir sprechen mit Ihrem Haus, Ihrem Caterer und Ihrer Buchhaltung.',
      items: [
        'Pavillon, 4 × 4 m',
        'Bar mit Gläserturm',
        'Spiegelkugel, ein Meter',
        'Sitzecke mit niedrigen Tischen',
        'Lichterketten, nach Metern',
        'Mannshoher Buchstabe',
        'Techniker bis zum letzten Tanz',
      ],
    },
    'two-chairs-and-a-yes': {
      name: 'Zwei Stühle und ein Ja',
      description:
        'Für eine einzige Frage. Eine Terrasse, ein Dach oder eine Lichtung im Laternenschein, mit Blumen, denen niemand etwas verraten hat. Wir gehen zur Hintertür hinaus und warten auf ein Wort.',
      items: [
        'Bogen aus Zweigen und Rosen',
        'Stuhl',
        'Laterne mit Kerze',
        'Flasche auf Eis, zwei Gläser',
        'Stunde Stille danach',
      ],
    },
  },
  themes: {
    'midnight-gold': {
      name: 'Mitternacht & Gold',
      description:
        'Tiefes Blau, Messing und tausend kleine Lichter. Für Abende, die nach Einbruch der Dunkelheit beginnen und enden, wenn jemand ein Fenster öffnet.',
    },
    'blush-garden': {
      name: 'Rosengarten',
      description:
        'Pfingstrosen, groß wie ein Teller, Rosen in jedem Ton, der keinen Namen hat, weißes Holz und Nachmittagslicht. Das, für das die Mütter stimmen.',
    },
    'olive-and-linen': {
      name: 'Olive & Leinen',
      description:
        'Ungefärbter Stoff, Olivenzweige, Ton und Holz. Nichts glänzt außer den Gläsern und, gegen neun Uhr, den Gesichtern.',
    },
    'lilac-dusk': {
      name: 'Fliederdämmerung',
      description:
        'Die halbe Stunde zwischen der letzten Sonne und der ersten Lampe: Flieder, Rauch und ein wenig Silber. Fotos geraten milder als die Menschen darauf.',
    },
    'confetti-morning': {
      name: 'Konfettimorgen',
      description:
        'Butter, Koralle und Minze, überall Papier und nichts, was man nicht werfen dürfte. Gedacht für alle unter zehn und gemocht von den meisten über sechzig.',
    },
    'winter-white': {
      name: 'Winterweiß',
      description:
        'Schnee ohne Kälte: Weiß auf Weiß, mattes Glas, blaue Schatten und Kerzen in jeder Höhe. Für Dezember bucht man im Juni.',
    },
  },
  testimonials: {
    'Andreea & Vlad': 'Der Mondbogen war auf jedem Bild, und die drei waren fort, bevor jemand sie arbeiten sah.',
    'Teodora Ionescu':
      'Auf meine Panik um elf Uhr nachts antworteten sie mit einer Zeichnung. Aus der Zeichnung wurde die Hochzeit.',
    'Northwind Software':
      'Aus einem Parkplatz wurde ein Sommerabend. Unsere Leute fragten, wer den Himmel verrückt hat.',
    'Camelia Barbu': 'Alles schön und zweimal gezählt. Vier Gläser habe ich zerbrochen und zwei bezahlt.',
    'Luca Moretti':
      'Aus Turin bestellt, für eine Taufe in Snagov. Preise, Termine, Anzahlungen: alles klar, bevor ich gefragt hatte.',
    'Mirela Sandu': 'Der Gummibaum heißt Gheorghe. Er fehlt mir.',
  },
  pages: {
    imprint: {
      title: 'Impressum',
      body: `Dies ist ein Vorführladen. Lush Moments gibt es nicht, die Musikliste schon.

## Wer verantwortlich wäre

Lush Moments Decor SRL
Strada Atelierului 22, arcul 5, 010782 București, Rumänien

CUI RO00000000, Handelsregister J40/000/2015
Telefon +40 21 399 0160
bonjour@lushmoments.example

Ersetzen Sie diese Seite durch Ihre eigene, bevor Sie öffnen, im Verwaltungsbereich unter *Pages*.`,
    },
    terms: {
      title: 'Miet- und Verkaufsbedingungen',
      body: `Dies sind Bedingungen zur Vorführung. Sie zeigen, was ein Dekorateur üblicherweise zu regeln hat.

## Miete

Drei Tage, ab dem Tag der Abholung. Die Stücke kommen trocken zurück, ungespült ist in Ordnung. Jeder Tag darüber kostet ein Drittel der Miete.

## Bruch

Bis zu zwei Prozent der Gläser und Teller gehen auf uns. Darüber der Preis eines neuen; Sie finden ihn auf dem Lieferschein.

## Bezahlen und reservieren

Die Stücke sind fünf Tage lang reserviert und gehören Ihnen, sobald die Überweisung da ist.

## Absagen

Kostenlos bis vierzehn Tage vorher, zur Hälfte bis drei Tage vorher. Frische Blumen werden eine Woche vorher bestellt und können danach nicht mehr abgesagt werden.`,
    },
    privacy: {
      title: 'Datenschutz',
      body: `Wir wissen vor den Großeltern, wer heiratet, und behalten es für uns.

## Was wir aufbewahren

- **Name, Telefonnummer, E-Mail-Adresse** und was Sie bestellt haben, solange die Buchführung es verlangt.
- **Ort und Tag des Festes**, um zu liefern, ein Jahr lang.
- **Namen auf Schildern und Karten**, bis sie fertig sind.

## Bilder

Wir fotografieren unsere Arbeit, bevor die Gäste kommen. Wir zeigen sie nur, wenn Sie Ja sagen.

Keine Verfolgung, keine Werbe-Cookies. Fragen, berichtigen, löschen: bonjour@lushmoments.example. Dies ist ein Text zur Vorführung; ersetzen Sie ihn, bevor Sie öffnen.`,
    },
    delivery: {
      title: 'Abholung, Lieferung und Aufbau',
      body: `## Abholung

Montag bis Donnerstag 10:00–18:00 Uhr, Freitag bis acht, Samstag bis eins. Das meiste passt in einen Kombi; der Mondbogen braucht einen Transporter.

## Lieferung

Donnerstag bis Samstag, und am Sonntag oder Montag holen wir alles wieder ab. Die Gebühr gilt für beide Wege.

| wo | Gebühr | frei ab | kleinste Bestellung |
|---|---|---|---|
| Bukarest | 39 € | 600 € | 50 € |
| Ilfov und Snagov | 59 € | 900 € | 100 € |
| Prahova und Brașov | 149 € | 2.000 € | 250 € |

## Aufbau

Ab 25 € pro Stunde und Person. Wir kommen früh, hinterlassen keine Spuren und nehmen die Kisten mit.`,
    },
    contact: {
      title: 'Kontakt',
      body: `Rufen Sie an unter **+40 21 399 0160**, werktags von zehn bis sechs, oder schreiben Sie an bonjour@lushmoments.example, mit dem Tag, dem Ort und einem Bild, das Ihnen gefällt.

**Besuche** Im Lager entscheidet es sich gut: Alles steht dort, beleuchtet. Donnerstagabends ist offen, mit Tee.

**Sprachen** Rumänisch, Englisch, etwas Französisch, nach neun auch ein wenig Italienisch.`,
    },
  },
  locations: {
    warehouse: {
      name: 'Das Lager, Bogen 5',
      instructions: 'Fünfter Bogen, nachtblaues Tor. Fahren Sie bis davor; wir laden mit Ihnen ein.',
    },
  },
  zones: {
    Bucharest: 'Bukarest',
    'Ilfov and Snagov': 'Ilfov und Snagov',
    'Prahova and Brașov': 'Prahova und Brașov',
  },
  closures: ['Wir schmücken unseren eigenen Baum. Angebote beantworten wir ab dem ersten Werktag danach.'],
  payments: {
    'Bank transfer': {
      title: 'Überweisung',
      instructions:
        'Überweisen Sie den Betrag mit Ihrer Bestellnummer als Verwendungszweck. Wir halten die Stücke fünf Tage für Sie zurück; Ihnen gehören sie, sobald das Geld da ist.',
    },
    'Card at the warehouse': {
      title: 'Karte im Lager',
      instructions: 'Beim Abholen. Ein Pfand für Glas wird auf derselben Karte vorgemerkt und danach freigegeben.',
    },
  },
  pictures: {
    'A white flower arch between golden chairs under strings of light':
      'Ein weißer Blumenbogen zwischen goldenen Stühlen unter Lichterketten',
    'A laid table before white curtains': 'Ein gedeckter Tisch vor weißen Vorhängen',
    'A long candlelit table under paper lanterns at night':
      'Eine lange Tafel bei Kerzenlicht, nachts unter Papierlampions',
    'A long table in white and sage by day': 'Eine lange Tafel in Weiß und Salbei bei Tag',
    'A golden hoop of balloons around a cake, with presents beside it':
      'Ein goldener Ballonring um eine Torte, daneben Geschenke',
    'A white cake between two tall flower arrangements before pale curtains':
      'Eine weiße Torte zwischen zwei hohen Blumengestecken vor hellen Vorhängen',
    'Two striped pavilions and a tower of glasses under a mirror ball':
      'Zwei gestreifte Pavillons und ein Gläserturm unter einer Spiegelkugel',
    'Letters of light between chairs': 'Leuchtbuchstaben zwischen Stühlen',
    'Two chairs under a triangle of roses, with lanterns in the dark':
      'Zwei Stühle unter einem Dreieck aus Rosen, mit Laternen im Dunkeln',
    'A golden hoop of balloons around a dark cake under small lights':
      'Ein goldener Ballonring um eine dunkle Torte unter kleinen Lichtern',
    'A place laid in midnight blue and gold': 'Ein Gedeck in Mitternachtsblau und Gold',
    'Strings of lights in the dark': 'Lichterketten im Dunkeln',
    'The word STAR in lights': 'Das Wort STAR aus Lichtern',
    'A cake in midnight and gold': 'Eine Torte in Mitternachtsblau und Gold',
    'A white arch of peonies before blush curtains': 'Ein weißer Bogen aus Pfingstrosen vor zartrosa Vorhängen',
    'A bouquet of peonies and roses': 'Ein Strauß aus Pfingstrosen und Rosen',
    'A place laid in blush and gold': 'Ein Gedeck in Zartrosa und Gold',
    'A garland of peonies': 'Eine Girlande aus Pfingstrosen',
    'A white cake with peonies': 'Eine weiße Torte mit Pfingstrosen',
    'White chairs with rose sashes': 'Weiße Stühle mit rosa Schleifen',
    'A long table in linen and sage between two trees in pots':
      'Eine lange Tafel in Leinen und Salbei zwischen zwei Bäumchen im Topf',
    'A place laid on linen with a daisy': 'Ein Gedeck auf Leinen mit einer Margerite',
    'Tapers in stone and sage': 'Stabkerzen in Steingrau und Salbei',
    'A tall arrangement of white flowers': 'Ein hohes Gesteck aus weißen Blumen',
    'A cake in cream and white with daisies': 'Eine Torte in Creme und Weiß mit Margeriten',
    'A table in white and lilac under paper lanterns': 'Ein Tisch in Weiß und Flieder unter Papierlampions',
    'Balloons in lilac and violet': 'Ballons in Flieder und Violett',
    'A bouquet of anemones': 'Ein Strauß Anemonen',
    'A lilac pillar candle': 'Eine fliederfarbene Stumpenkerze',
    'A lilac cake with anemones': 'Eine fliederfarbene Torte mit Anemonen',
    'Balloons, presents and sweets under a paper banner': 'Ballons, Geschenke und Süßes unter einer Papiergirlande',
    'A piñata in coral and mint': 'Eine Piñata in Koralle und Mint',
    'Balloons in butter, coral and mint': 'Ballons in Buttergelb, Koralle und Mint',
    'A confetti popper': 'Eine Konfettikanone',
    'A coral number three': 'Eine korallfarbene Drei',
    'A white arch before white curtains, with lanterns': 'Ein weißer Bogen vor weißen Vorhängen, mit Laternen',
    'White and blue tapers': 'Weiße und blaue Stabkerzen',
    'A place laid in white and ice blue': 'Ein Gedeck in Weiß und Eisblau',
    'A white cake with white anemones': 'Eine weiße Torte mit weißen Anemonen',
    'A bouquet in white': 'Ein Strauß in Weiß',
  },
};
