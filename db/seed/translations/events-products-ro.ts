import type { TranslationSeed } from '../preset.ts';

const RENTED =
  'Închiriere de vineri la prânz până duminică seara sau pentru oricare trei zile. Curățenia rămâne la noi.';

/** What Lush Moments rents and sells, in Romanian. */
export const eventsProductsRo: TranslationSeed['products'] = {
  'moon-arch': {
    name: 'Cercul lunii',
    description:
      'Un cerc auriu de doi metri, cu șaizeci de baloane care urcă pe o parte. Stă în spatele a jumătate din pozele noastre cu tort.',
    details: `Oțel auriu periat, 22 kg, adus gata împodobit în București. ${RENTED}`,
    variants: { 'LM-AR-01': 'Crem și auriu', 'LM-AR-01F': 'Roz pudră și trandafiriu' },
  },
  'nightfall-board': {
    name: 'Panoul amurgului',
    description:
      'Un panou rotunjit, albastru-noapte, cu un val de baloane caisă și roz. Pentru torturi, perechi și discursuri.',
    details: `Mesteacăn, vopsea mată, 2,2 m înălțime. Îl revopsim în culoarea dumneavoastră contra cost. ${RENTED}`,
    variants: { 'LM-AR-02': 'Împodobit' },
  },
  'midnight-pavilion': {
    name: 'Pavilionul miezului nopții',
    description:
      'Un pavilion în dungi pentru bar, pentru formație sau pentru mirii care au nevoie de cinci minute singuri.',
    details: `Ignifugat, cu podea și greutăți, luminat din interior. ${RENTED}`,
    variants: { 'LM-AR-03': '4 × 4 m' },
  },
  'vow-arch': {
    name: 'Arcada jurămintelor',
    description: 'In alb care cade pe ambele părți, trandafiri și anemone pe un umăr. Pentru jurăminte de orice fel.',
    details: `Stă singură în interior, cu țăruși afară. ${RENTED}`,
    variants: { 'LM-AR-04': 'Cu flori proaspete' },
  },
  'balloon-cloud': {
    name: 'Nor de baloane',
    description: 'Treizeci de baloane în patru mărimi, legate strâns: un nor pentru colțul din spatele tortului.',
    details: 'Latex natural, compostabil într-un an. În București vine umflat, în rest cu pompă și un film.',
    variants: { 'LM-BA-01B': 'Roz pudră și auriu', 'LM-BA-01M': 'Albastru-noapte și argintiu' },
  },
  'helium-dozen': {
    name: 'Duzina cu heliu',
    description:
      'Douăsprezece pe panglici de mătase, plutesc optsprezece ore. Ajung să ridice dispoziția, nu și un copil.',
    details: 'Scrieți-ne în notă trei culori și le amestecăm.',
    variants: { 'LM-BA-02': 'Douăsprezece' },
  },
  'giant-number': {
    name: 'Cifra uriașă',
    description: 'O cifră aurie cât un copil de șase ani. Orice vârstă, chiar și cea pe care nu o pomeniți.',
    details: 'Folie, heliu, ține o săptămână. Scrieți cifra în notă.',
    variants: { 'LM-BA-03': 'O cifră' },
  },
  'brass-candlesticks': {
    name: 'Sfeșnice de alamă',
    description: 'Trei sfeșnice de trei înălțimi, alamă veche cu exact câte zgârieturi trebuie.',
    details: `Cu lumânări pentru o seară întreagă. ${RENTED}`,
    variants: { 'LM-LI-01': 'Set de trei' },
  },
  'ivory-pillars': {
    name: 'Lumânări ivoriu',
    description: 'Lumânări groase care ard șaizeci de ore, adică mai mult decât cele mai multe discursuri.',
    details: 'Rapiță și stearină, colorate până la miez.',
    variants: { 'LM-LI-02': 'Șase', 'LM-LI-02L': 'Cincizeci' },
  },
  'lantern-pair': {
    name: 'Pereche de felinare',
    description: 'Două felinare negre, unul înalt și unul mic, pentru trepte, alei și drumul înapoi la mașină.',
    details: `Cu lumânări LED care pâlpâie ca adevăratele, sau cu adevărate. ${RENTED}`,
    variants: { 'LM-LI-03': 'Set de trei' },
  },
  'festoon-lights': {
    name: 'Ghirlandă luminoasă',
    description: 'Becuri calde pe un cablu negru. Întinse peste o curte, sunt un tavan făcut din vară.',
    details: `Rezistă la ploaie, cu variator, se leagă până la 200 m. ${RENTED}`,
    variants: { 'LM-LI-04': '20 m', 'LM-LI-04P': '20 m, cu stâlpi' },
  },
  'mirror-ball': {
    name: 'Glob cu oglinzi',
    description: 'Cincizeci de centimetri de 1978, cu motor silențios și două reflectoare.',
    details: `Are nevoie de un cârlig care ține 8 kg. ${RENTED}`,
    variants: { 'LM-LI-05': 'Cu motor' },
  },
  'ballroom-chair': {
    name: 'Scaun de bal',
    description: 'Fag ceruit, se stivuiește. Scaunul pe care nu-l observă nimeni, fiindcă e comod.',
    details: `Cu pernă ivoriu și panglică roz pudră. ${RENTED}`,
    variants: { 'LM-TA-01': 'Unul' },
  },
  'photo-wall': {
    name: 'Perete de fotografii',
    description:
      'Nouă sfori, patruzeci de cleme de lemn și un aparat foto instant. La miezul nopții e plin și toată lumea stă în fața lui.',
    details: `Ramă, lumini, aparat și șaizeci de filme. ${RENTED}`,
    variants: { 'LM-TA-02': 'Unul' },
  },
  'dessert-stand': {
    name: 'Etajeră de desert',
    description:
      'Tăvi aurii pe trei niveluri, cu șaizeci de brioșe și macarons de la o cofetară în care avem încredere.',
    details: `Coapte în aceeași dimineață; etajera se întoarce cu noi. ${RENTED}`,
    variants: { 'LM-TA-03': 'Plină' },
  },
  'linen-cloth': {
    name: 'Față de masă din in spălat',
    description: 'In greu care ajunge până la podea și arată mai bine șifonat.',
    details: `Pentru mese de până la 240 cm. ${RENTED}`,
    variants: { 'LM-LN-01I': 'Ivoriu', 'LM-LN-01B': 'Roz pudră', 'LM-LN-01M': 'Albastru-noapte' },
  },
  'midnight-setting': {
    name: 'Tacâm Miezul nopții',
    description: 'Ceramică închisă, tacâmuri aurii, un șervet cu nod: un loc la o masă pe care oamenii o fotografiază.',
    details: `Două farfurii, patru tacâmuri, șervet. ${RENTED}`,
    variants: { 'LM-LN-02': 'De invitat' },
  },
  'garden-setting': {
    name: 'Tacâm de grădină',
    description: 'Farfurii crem cu margine festonată, tacâmuri de oțel, in verde-salvie. Un prânz sub nuc.',
    details: `Două farfurii, patru tacâmuri, șervet. ${RENTED}`,
    variants: { 'LM-LN-03': 'De invitat' },
  },
  'coupe-glasses': {
    name: 'Cupe de șampanie',
    description: 'Subțiri, largi, ușor periculoase. Treizeci fac un turn; vă trimitem un desen cum se ridică.',
    details: `Ladă de treizeci. Două sparte sunt pe noi. ${RENTED}`,
    variants: { 'LM-LN-04': 'Ladă de 30' },
  },
  'show-cake': {
    name: 'Tort de vitrină',
    description:
      'Două etaje de cremă de unt și trandafiri de zahăr pe un suport de alamă. Cel de jos este adevărat; la cerere, și cel de sus.',
    details: RENTED,
    variants: { 'LM-LN-05': 'Pentru 30' },
  },
  centerpiece: {
    name: 'Aranjament de seară',
    description:
      'Trandafiri, ranunculus și eucalipt într-un vas scund de alamă, în culoarea orei dinaintea întunericului.',
    details: 'Proaspăt, făcut în aceeași dimineață. Vasul se întoarce cu restul.',
    variants: { 'LM-FL-01': 'Scund', 'LM-FL-01T': 'Înalt, pe picior' },
  },
  'bridal-bouquet': {
    name: 'Buchet de mireasă',
    description: 'Bujori și trandafiri de grădină, legați ca să fie purtați opt ore și aruncați o dată.',
    details: 'Întâi vorbim. Cu un al doilea buchet, de aruncat.',
    variants: { 'LM-FL-02': 'Cu buchet de aruncat' },
  },
  'silk-garland': {
    name: 'Ghirlandă de mătase',
    description: 'Doi metri de trandafiri și frunze care nu se ofilesc, pentru arcade, mese și scări.',
    details: `Cu sârmă înăuntru, se îndoaie cum vreți. ${RENTED}`,
    variants: { 'LM-FL-03': '2 m' },
  },
  'rubber-fig': {
    name: 'Ficus la ghiveci',
    description:
      'Unul adevărat, de unsprezece ani, cu nume. Pentru colțul care are nevoie de cineva de care să te sprijini.',
    details: `În ghiveci de lut, pe roți ascunse. ${RENTED}`,
    variants: { 'LM-FL-04': 'Unul' },
  },
  'letter-lights': {
    name: 'Litere luminoase',
    description:
      'Patru litere cât o domnișoară de onoare mică, albastru-noapte cu becuri calde. LOVE este pe raft, restul este în alfabet.',
    details: `Scrieți în notă alt cuvânt de patru litere. ${RENTED}`,
    variants: { 'LM-PA-01': 'Patru litere' },
  },
  'menu-cards': {
    name: 'Meniuri tipărite',
    description:
      'Hârtie de bumbac cu o floare presată albastru-închis și o margine subțire aurie, câte unul la fiecare farfurie.',
    details: 'Trimiteți textul în notă sau prin e-mail; în două zile vedeți o probă.',
    variants: { 'LM-PA-02': 'Zece', 'LM-PA-02L': 'Cincizeci' },
  },
  'guest-presents': {
    name: 'Mărturii pentru invitați',
    description: 'Cutiuțe aurii, prună și salvie, pline cu migdale glasate și legate de mână. Una pe fiecare scaun.',
    details: 'Cu nume pe panglici, dacă trimiteți lista cu o săptămână înainte.',
    variants: { 'LM-PA-03': 'Zece' },
  },
  'star-pinata': {
    name: 'Piñata stea',
    description:
      'O stea în cinci colțuri, roz, aurie și crem, făcută să fie lovită de cei sub zece și peste patruzeci de ani.',
    details: 'Plină cu două kilograme de dulciuri. Bățul și eșarfa sunt incluse, demnitatea nu.',
    variants: { 'LM-PA-04': 'Plină' },
  },
  'petal-confetti': {
    name: 'Conuri cu petale',
    description:
      'Conuri de hârtie care aruncă serpentine și petale uscate în cele treizeci de secunde după ce se deschide ușa.',
    details: 'Fără plastic: le plac bisericilor, și aspiratoarelor.',
    variants: { 'LM-PA-05': 'Zece conuri' },
  },
  'paper-lanterns': {
    name: 'Cer de lampioane',
    description:
      'Cincisprezece globuri din hârtie de orez, crem, roz și aurii, la toate înălțimile. Un tavan pentru locuri care nu au unul.',
    details: `Cu sfori și lumini LED calde; scara o aducem noi. ${RENTED}`,
    variants: { 'LM-LI-06': 'Cincisprezece' },
  },
  'name-bunting': {
    name: 'Stegulețe cu nume',
    description:
      'Stegulețe de bumbac cu cel mult șapte litere, cusute, nu lipite, pentru o ușă, un pătuț sau o masă foarte lungă.',
    details: 'Scrieți numele în notă. Rămân ale dumneavoastră, și de obicei chiar rămân.',
    variants: { 'LM-PA-06': 'Cel mult șapte litere' },
  },
};
