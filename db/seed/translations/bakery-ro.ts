import type { TranslationSeed } from '../preset.ts';

/** Crumb & Ember in Romanian: the shelves, and the loaves that are asked for most. */
export const bakeryRo: TranslationSeed = {
  shop: {
    tagline: 'Pâine cu coajă închisă și o noapte lungă în spate.',
    about:
      'Suntem patru brutari și un cuptor cu vatră de piatră, în curtea unui fost depozit de cărbuni din Neukölln. Aluaturile noastre se odihnesc între optsprezece și patruzeci de ore, o treime din făină o măcinăm singuri și nu coacem mai multe pâini decât putem privi în ochi. Comandați până la șase seara, iar pâinea de mâine vă poartă numele.',
  },
  categories: {
    loaves: { name: 'Pâini', description: 'Cu maia și secară, pe vatră de piatră, bine rumenite, bune zile întregi.' },
    'baguettes-and-flatbreads': {
      name: 'Baghete și lipii',
      description: 'Cele mai bune în primele ore: baghete crocante, ciabatta aerată, focaccia cu mult ulei.',
    },
    rolls: { name: 'Chifle și covrigi', description: 'Pâini mici pentru un mic dejun mare, de la șase și jumătate.' },
    viennoiserie: { name: 'Viennoiserie', description: 'Foietaj făcut de mână în trei zile, cu unt din Uckermark.' },
    'cakes-and-tarts': {
      name: 'Prăjituri și tarte',
      description: 'Întregi pentru masă, la felie pentru o zi proastă.',
    },
    'small-sweets': {
      name: 'Dulciuri mici',
      description: 'Fursecuri, brownies și gogoși: una pentru acum, una pentru drumul spre casă.',
    },
    pantry: { name: 'Prânz și cămară', description: 'Sandvișuri la prânz și, de luat acasă, ce folosim și noi.' },
  },
  products: {
    'ember-sourdough': {
      name: 'Pâine cu maia Ember',
      description:
        'Pâinea casei: grâu și o cincime secară, treizeci de ore la rece, coaptă până când coaja prinde culoarea castanei.',
      details:
        'Coajă care trosnește, miez aerat și umed, o acrime blândă care a doua zi devine și mai prietenoasă. Ține patru zile cu tăietura pe tocător; feliată, se congelează bine.',
      variants: { 'CE-LO-01': 'Întreagă, 1 kg', 'CE-LO-01H': 'Jumătate, 500 g' },
    },
    'country-rye': {
      name: 'Secară țărănească 80',
      description:
        'Patru cincimi secară, pe maia în trei trepte. Densă, suculentă, puțin dulce; felia care ține orice brânză.',
      details: 'Mai bună a doua zi decât în prima și încă bună în a șasea. Tăiați-o subțire.',
      variants: { 'CE-LO-02': 'Întreagă, 1,2 kg', 'CE-LO-02H': 'Jumătate, 600 g' },
    },
    'night-baguette': {
      name: 'Bagheta de noapte',
      description: 'Modelată la patru dimineața dintr-un aluat odihnit de ieri. Cântă când iese din cuptor.',
      details: 'Mâncați-o azi. Mâine devine crutoane, și încă bune.',
      variants: { 'CE-BA-01': 'Una', 'CE-BA-01T': 'Trei' },
    },
    'butter-croissant': {
      name: 'Croissant cu unt',
      description:
        'Douăzeci și șapte de straturi, trei zile, un trosnet frumos. Firimiturile de pe haină sunt incluse.',
      details: 'Cu unt fermentat, 84% grăsime. Patru minute la 180 °C aduc dimineața înapoi.',
      variants: { 'CE-VI-01': 'Unul', 'CE-VI-01F': 'Cutie de patru' },
    },
  },
  zones: {
    'Around the canal': 'În jurul canalului',
    'Inner Berlin by cargo bike': 'Centrul Berlinului, cu bicicleta cargo',
  },
  closures: [
    'Azi suntem la moară și nu coacem nimic. Mâine avem iar pâine.',
    'Se refac pereții cuptorului. Coacem din nou în ziua următoare.',
    'În ziua aceasta fără tarabă: piața face loc semimaratonului.',
  ],
  payments: {
    'Cash at the counter': {
      title: 'Numerar, la tejghea',
      instructions: 'Plătiți când ridicați comanda. Monedele sunt binevenite, în casă lipsesc mereu.',
    },
    'Card, at the counter or at your door': {
      title: 'Card, la tejghea sau la ușă',
      instructions: 'Girocard, Visa și Mastercard, de la un euro, când ridicați sau când sună bicicleta cargo.',
    },
    'Bank transfer': {
      title: 'Transfer bancar',
      instructions:
        'Virați suma cu numărul comenzii la detalii. Începem pâinea după ce au sosit banii, de obicei în aceeași zi.',
    },
  },
  pictures: {
    'Round dark sourdough loaf with a leaf scored into the crust':
      'Pâine rotundă, închisă la culoare, cu o frunză crestată în coajă',
    'Oval rye loaf with rings of flour on a cracked crust':
      'Pâine ovală de secară cu cercuri de făină pe coaja crăpată',
    'Two crossed baguettes with a crackling crust': 'Două baghete încrucișate, cu coajă crocantă',
    'Golden layered croissant': 'Croasant auriu, cu straturi fine',
  },
};
