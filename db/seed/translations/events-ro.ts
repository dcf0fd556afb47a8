import type { TranslationSeed } from '../preset.ts';
import { eventsProductsRo } from './events-products-ro.ts';

/** Lush Moments in Romanian. */
export const eventsRo: TranslationSeed = {
  shop: {
    tagline: 'Noi pregătim scena, seara e a dumneavoastră.',
    about:
      'Trei decoratori, un depozit sub arcada căii ferate și unsprezece ani de nunți, botezuri și seri de firmă între București și dealuri. Închiriați un singur sfeșnic sau toată sala. Tot ce stă pe rafturile acestea e al nostru, spălat și numărat, iar cele mai multe au și dansat.',
  },
  categories: {
    'arches-and-backdrops': {
      name: 'Arcade și fundaluri',
      description: 'Singurul lucru care apare în fiecare fotografie.',
    },
    balloons: { name: 'Baloane', description: 'Nori, coloane și câte unul singur, pe o sfoară foarte lungă.' },
    light: { name: 'Lumânări și lumini', description: 'Nimeni n-a arătat vreodată rău la lumina lumânărilor.' },
    'chairs-and-sweets': { name: 'Scaune și dulciuri', description: 'Pe ce se așază oamenii și pentru ce se ridică.' },
    tableware: {
      name: 'Fețe de masă și veselă',
      description: 'Farfurii, pahare și șervete care vin curate și pleacă murdare.',
    },
    flowers: { name: 'Flori și verdeață', description: 'Proaspete din piață sau din mătase care păcălește soacrele.' },
    'paper-and-presents': {
      name: 'Hârtie și cadouri',
      description: 'Ce se mănâncă, ce se agață, ce se aruncă în aer.',
    },
  },
  products: eventsProductsRo,
  packages: {
    'garden-wedding': {
      name: 'Nuntă în grădină',
      description:
        'Arcada, aleea și toate mesele, ridicate cât luați micul dejun și strânse înainte să se trezească vecinii. Ne plimbăm o dată cu dumneavoastră prin grădină, o desenăm o dată, iar apoi nu vă rămâne decât să veniți.',
      items: [
        'Vizită la locație, cu o schiță a ei',
        'Arcadă de flori, proaspătă în ziua nunții',
        'Scaun pliant cu eșarfă',
        'Aranjament de masă cu lumânări înalte',
        'Alee cu felinare și petale',
        'Ghirlande luminoase, la metru',
        'Buchet pentru cine îl aruncă',
        'Montaj și strângere până dimineață',
      ],
    },
    'the-long-table': {
      name: 'Masa cea lungă',
      description:
        'O singură masă, cu toți în jurul ei. In până la podea, un râu de flori prin mijloc și mai multe lumânări decât ar vrea pompierii. Pentru treizeci de oameni care au ce să-și spună.',
      items: [
        'Masă de nouă metri, cu față de in',
        'Scaun de stejar sau auriu',
        'Tacâm complet cu două pahare',
        'Traversă din flori de sezon',
        'Lumânare înaltă în sfeșnic de alamă',
        'Meniu cu numele invitatului',
      ],
    },
    'balloon-morning': {
      name: 'Dimineață cu baloane',
      description:
        'O aniversare de un an, de cinci sau de cincizeci, înainte de prânz: arcada cea mare, o masă pentru tort și o cifră mai înaltă decât sărbătoritul. Din latex sau, la cerere, fără niciun pic.',
      items: [
        'Arcadă de baloane în culorile dumneavoastră',
        'Cifră din folie',
        'Masă de tort cu față de in',
        'Suport pentru prăjituri',
        'Piñata, umplută',
        'Balon de luat acasă',
      ],
    },
    'first-candle': {
      name: 'Prima lumânare',
      description:
        'Un botez ca o respirație ținută: perdele deschise la culoare, un tort mic, o singură lumânare care contează. Aducem totul la ușa bisericii și suntem la restaurant înaintea dumneavoastră.',
      items: [
        'Lumânare de botez împodobită',
        'Perete de perdele cu flori',
        'Masă de tort cu suport',
        'Aranjament de masă, mic',
        'Cartonaș de loc cu o rămurică',
        'Coș pentru mărturii',
      ],
    },
    'company-summer-night': {
      name: 'Seară de vară a firmei',
      description:
        'O parcare devine o seară. Pavilion, bar, un glob cu oglinzi cât un vițel și destulă lumină cât să găsiți deserturile. Vorbim noi cu locația, cu firma de catering și cu directorul financiar.',
      items: [
        'Pavilion, 4 × 4 m',
        'Bar cu turn de pahare',
        'Glob cu oglinzi, un metru',
        'Colț cu fotolii și mese joase',
        'Ghirlande luminoase, la metru',
        'Litere cât un stat de om',
        'Tehnician până la ultimul dans',
      ],
    },
    'two-chairs-and-a-yes': {
      name: 'Două scaune și un da',
      description:
        'Pentru o singură întrebare. O terasă, un acoperiș sau o poiană, luminate de felinare, cu flori cărora nu li s-a spus nimic. Ieșim pe ușa din spate și așteptăm un cuvânt.',
      items: [
        'Arcadă din crengi și trandafiri',
        'Scaun',
        'Felinar cu lumânare',
        'Sticlă la gheață, două pahare',
        'Oră de liniște după aceea',
      ],
    },
  },
  themes: {
    'midnight-gold': {
      name: 'Miez de noapte și aur',
      description:
        'Albastru adânc, alamă și o mie de luminițe. Pentru seri care încep după lăsarea întunericului și se termină când cineva deschide o fereastră.',
    },
    'blush-garden': {
      name: 'Grădină roz pal',
      description:
        'Bujori cât o farfurie, trandafiri în toate nuanțele fără nume, lemn alb și lumină de după-amiază. Cea pe care o aleg mamele.',
    },
    'olive-and-linen': {
      name: 'Măslin și in',
      description:
        'Pânză nevopsită, ramuri de măslin, lut și lemn. Nu strălucește nimic în afară de pahare, iar pe la nouă, și fețele.',
    },
    'lilac-dusk': {
      name: 'Amurg liliachiu',
      description:
        'Jumătatea de oră dintre ultimul soare și prima lampă: liliachiu, fum și puțin argint. Fotografiile ies mai blânde decât oamenii din ele.',
    },
    'confetti-morning': {
      name: 'Dimineață cu confetti',
      description:
        'Galben ca untul, coral și mentă, hârtie peste tot și nimic care să nu poată fi aruncat. Gândită pentru cei sub zece ani și iubită de cei mai mulți peste șaizeci.',
    },
    'winter-white': {
      name: 'Alb de iarnă',
      description:
        'Zăpadă fără frig: alb pe alb, sticlă mată, umbre albastre și lumânări la toate înălțimile. Pentru decembrie se rezervă din iunie.',
    },
  },
  testimonials: {
    'Andreea & Vlad': 'Arcada-lună a apărut în fiecare poză, iar ei trei plecaseră înainte să-i vadă cineva la lucru.',
    'Teodora Ionescu': 'La unsprezece noaptea mi-au răspuns la panică printr-un desen. Din desen a ieșit nunta.',
    'Northwind Software': 'O parcare s-a făcut seară de vară. Colegii noștri au întrebat cine a mutat cerul.',
    'Camelia Barbu': 'Totul frumos și numărat de două ori. Am spart patru pahare și am plătit două.',
    'Luca Moretti':
      'Am comandat din Torino pentru un botez la Snagov. Prețuri, zile, avansuri: toate clare înainte să întreb.',
    'Mirela Sandu': 'Ficusul îl cheamă Gheorghe. Mi-e dor de el.',
  },
  pages: {
    imprint: {
      title: 'Date legale',
      body: `Acesta este un magazin demonstrativ. Lush Moments nu există, dar lista de melodii da.

## Cine ar răspunde

Lush Moments Decor SRL
Strada Atelierului 22, arcul 5, 010782 București, România

CUI RO00000000, registrul comerțului J40/000/2015
Telefon +40 21 399 0160
bonjour@lushmoments.example

Înlocuiți această pagină cu a dumneavoastră înainte de a deschide, la *Pages* în partea de administrare.`,
    },
    terms: {
      title: 'Condiții de închiriere și vânzare',
      body: `Acestea sunt condiții demonstrative. Arată ce are de obicei de stabilit un decorator.

## Închiriere

Trei zile, din ziua în care ridicați. Obiectele se întorc uscate; nespălate e în regulă. O întoarcere mai târzie costă o treime din chirie pe zi.

## Ce se sparge

Până la doi la sută din pahare și farfurii suportăm noi. Peste atât, prețul unuia nou; îl găsiți pe avizul de livrare.

## Plată și rezervare

Piesele sunt rezervate cinci zile și sunt ale dumneavoastră după ce ajunge transferul.

## Anulare

Gratuit până cu paisprezece zile înainte, jumătate până cu trei zile înainte. Florile proaspete se comandă cu o săptămână înainte și după aceea nu mai pot fi anulate.`,
    },
    privacy: {
      title: 'Confidențialitate',
      body: `Aflăm cine se căsătorește înaintea bunicilor și păstrăm lucrul acesta pentru noi.

## Ce păstrăm

- **Numele, numărul de telefon, adresa de e-mail** și ce ați comandat, cât timp o cere contabilitatea.
- **Locul și data evenimentului**, ca să livrăm, timp de un an.
- **Numele de pe panouri și cartonașe**, până când sunt gata.

## Fotografii

Ne fotografiem munca înainte să vină invitații. O arătăm numai dacă spuneți da.

Fără urmărire, fără cookie-uri de publicitate. Întrebați, corectați, ștergeți: bonjour@lushmoments.example. Acesta este un text demonstrativ; înlocuiți-l înainte de a deschide.`,
    },
    delivery: {
      title: 'Ridicare, livrare și montaj',
      body: `## Ridicare

De luni până joi 10:00–18:00, vineri până la opt, sâmbătă până la unu. Cele mai multe încap într-un break; arcada-lună are nevoie de o dubă.

## Livrare

De joi până sâmbătă, iar duminică sau luni venim după ele. Taxa cuprinde ambele drumuri.

| unde | taxă | gratuit de la | comandă minimă |
|---|---|---|---|
| București | 39 € | 600 € | 50 € |
| Ilfov și Snagov | 59 € | 900 € | 100 € |
| Prahova și Brașov | 149 € | 2.000 € | 250 € |

## Montaj

De la 25 € pe oră și om. Venim devreme, nu lăsăm urme și luăm cutiile cu noi.`,
    },
    contact: {
      title: 'Contact',
      body: `Sunați la **+40 21 399 0160**, în zilele lucrătoare de la zece la șase, sau scrieți la bonjour@lushmoments.example cu data, locul și o poză care vă place.

**Vizite** Depozitul e un loc bun pentru hotărâri: toate stau acolo, luminate. Joi seara e deschis, cu ceai.

**Limbi** Română, engleză, puțină franceză, iar după nouă și ceva italiană.`,
    },
  },
  locations: {
    warehouse: {
      name: 'Depozitul, arcul 5',
      instructions: 'Al cincilea arc, poarta albastru-închis. Veniți cu mașina până în dreptul ei; încărcăm împreună.',
    },
  },
  zones: {
    Bucharest: 'București',
    'Ilfov and Snagov': 'Ilfov și Snagov',
    'Prahova and Brașov': 'Prahova și Brașov',
  },
  closures: ['Ne împodobim propriul brad. La cererile de ofertă răspundem din prima zi lucrătoare de după.'],
  payments: {
    'Bank transfer': {
      title: 'Transfer bancar',
      instructions:
        'Virați suma cu numărul comenzii la detalii. Vă păstrăm piesele cinci zile; sunt ale dumneavoastră de îndată ce au sosit banii.',
    },
    'Card at the warehouse': {
      title: 'Card, la depozit',
      instructions:
        'Când le ridicați. Garanția pentru sticlărie se blochează pe același card și se eliberează la retur.',
    },
  },
  pictures: {
    'A white flower arch between golden chairs under strings of light':
      'O arcadă de flori albe între scaune aurii, sub șiruri de lumini',
    'A laid table before white curtains': 'O masă pusă în fața unor draperii albe',
    'A long candlelit table under paper lanterns at night':
      'O masă lungă la lumina lumânărilor, noaptea, sub lampioane de hârtie',
    'A long table in white and sage by day': 'O masă lungă în alb și verde salvie, ziua',
    'A golden hoop of balloons around a cake, with presents beside it':
      'Un cerc auriu de baloane în jurul unui tort, cu cadouri alături',
    'A white cake between two tall flower arrangements before pale curtains':
      'Un tort alb între două aranjamente florale înalte, în fața unor draperii deschise',
    'Two striped pavilions and a tower of glasses under a mirror ball':
      'Două pavilioane în dungi și un turn de pahare sub un glob cu oglinzi',
    'Letters of light between chairs': 'Litere luminoase între scaune',
    'Two chairs under a triangle of roses, with lanterns in the dark':
      'Două scaune sub un triunghi de trandafiri, cu felinare în întuneric',
    'A golden hoop of balloons around a dark cake under small lights':
      'Un cerc auriu de baloane în jurul unui tort închis la culoare, sub luminițe',
    'A place laid in midnight blue and gold': 'Un loc la masă în albastru de miez de noapte și auriu',
    'Strings of lights in the dark': 'Șiruri de lumini în întuneric',
    'The word STAR in lights': 'Cuvântul STAR din lumini',
    'A cake in midnight and gold': 'Un tort în albastru de miez de noapte și auriu',
    'A white arch of peonies before blush curtains': 'O arcadă albă de bujori în fața unor draperii roz pal',
    'A bouquet of peonies and roses': 'Un buchet de bujori și trandafiri',
    'A place laid in blush and gold': 'Un loc la masă în roz pal și auriu',
    'A garland of peonies': 'O ghirlandă de bujori',
    'A white cake with peonies': 'Un tort alb cu bujori',
    'White chairs with rose sashes': 'Scaune albe cu eșarfe roz',
    'A long table in linen and sage between two trees in pots':
      'O masă lungă în in și verde salvie, între doi pomi în ghivece',
    'A place laid on linen with a daisy': 'Un loc la masă pe in, cu o margaretă',
    'Tapers in stone and sage': 'Lumânări subțiri în gri-piatră și verde salvie',
    'A tall arrangement of white flowers': 'Un aranjament înalt de flori albe',
    'A cake in cream and white with daisies': 'Un tort crem și alb, cu margarete',
    'A table in white and lilac under paper lanterns': 'O masă în alb și lila sub lampioane de hârtie',
    'Balloons in lilac and violet': 'Baloane în lila și violet',
    'A bouquet of anemones': 'Un buchet de anemone',
    'A lilac pillar candle': 'O lumânare groasă, lila',
    'A lilac cake with anemones': 'Un tort lila cu anemone',
    'Balloons, presents and sweets under a paper banner': 'Baloane, cadouri și dulciuri sub o ghirlandă de hârtie',
    'A piñata in coral and mint': 'O piñata în coral și mentă',
    'Balloons in butter, coral and mint': 'Baloane în galben unt, coral și mentă',
    'A confetti popper': 'Un tub cu confetti',
    'A coral number three': 'O cifră trei, coral',
    'A white arch before white curtains, with lanterns': 'O arcadă albă în fața unor draperii albe, cu felinare',
    'White and blue tapers': 'Lumânări subțiri, albe și albastre',
    'A place laid in white and ice blue': 'Un loc la masă în alb și albastru-gheață',
    'A white cake with white anemones': 'Un tort alb cu anemone albe',
    'A bouquet in white': 'Un buchet în alb',
  },
};
