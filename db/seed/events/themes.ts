import { draw, type ThemeSeed } from '../preset.ts';

/** Looks that Lush Moments knows by heart, each with its gallery. The first picture is its face. */
export const themes: readonly ThemeSeed[] = [
  {
    slug: 'midnight-gold',
    name: 'Midnight & Gold',
    description:
      'Deep blue, brass and a thousand small lights. For evenings that begin after dark and end when somebody opens a window.',
    pictures: [
      {
        ground: 2,
        strings: 4,
        glow: '#e0a860',
        hang: [['disco-ball', { tones: ['gold'] }, 800, 260, 0.3]],
        stand: [
          ['balloon-arch', { style: 'hoop', tones: ['gold', 'midnight', 'cream', 'blue', 'butter'] }, 800, 1000, 1],
          ['tiered-cake', { tones: ['midnight', 'cream', 'gold', 'gold', 'cream', 'butter'] }, 820, 1090, 0.54],
          ['champagne', { style: 'tower', tones: ['butter'] }, 330, 1110, 0.44],
          ['floor-lanterns', { tones: ['ink', 'gold'] }, 1310, 1120, 0.48],
        ],
        confetti: ['gold', 'butter', 'cream', 'blue'],
      },
      draw('table-setting', { tones: ['midnight', 'cream', 'gold', 'gold'], parts: ['anemone'], ground: 2 }),
      draw('string-lights', { tones: ['butter'], ground: 2, seed: 9 }),
      draw('letter-lights', { style: 'STAR', tones: ['midnight', 'gold'], ground: 4 }),
      draw('tiered-cake', { tones: ['midnight', 'cream', 'gold', 'gold', 'white', 'gold'], ground: 5 }),
    ],
    alts: [
      'A golden hoop of balloons around a dark cake under small lights',
      'A place laid in midnight blue and gold',
      'Strings of lights in the dark',
      'The word STAR in lights',
      'A cake in midnight and gold',
    ],
  },
  {
    slug: 'blush-garden',
    name: 'Blush Garden',
    description:
      'Peonies as large as a plate, roses in every shade that has no name, white wood and afternoon light. The one that mothers vote for.',
    pictures: [
      {
        ground: 0,
        strings: 2,
        glow: '#fff0dc',
        stand: [
          ['drapes', { tones: ['cream', 'blush', 'gold'] }, 800, 950, 1.04],
          [
            'flower-arch',
            { style: 'white', parts: ['peony', 'rose'], tones: ['rose', 'blush', 'pink', 'cream'], count: 26 },
            800,
            1040,
            0.9,
          ],
          [
            'arrangement',
            { style: 'bowl', parts: ['peony', 'ranunculus'], tones: ['blush', 'rose', 'cream'] },
            330,
            1120,
            0.5,
          ],
          [
            'arrangement',
            { style: 'bowl', parts: ['rose', 'peony'], tones: ['rose', 'cream', 'blush'] },
            1290,
            1120,
            0.5,
          ],
        ],
        confetti: ['blush', 'rose', 'cream'],
      },
      draw('bouquet', { parts: ['peony', 'rose', 'ranunculus'], tones: ['blush', 'rose', 'pink', 'cream'], ground: 0 }),
      draw('table-setting', { tones: ['blush', 'white', 'gold', 'gold'], parts: ['peony'], ground: 5 }),
      draw('garland', { tones: ['rose', 'blush', 'white'], parts: ['peony'], ground: 0, seed: 5 }),
      draw('tiered-cake', { parts: ['peony'], tones: ['white', 'blush', 'gold', 'gold', 'rose', 'pink'], ground: 1 }),
      draw('chairs', { tones: ['white', 'cream', 'rose'], parts: ['rose'], ground: 5 }),
    ],
    alts: [
      'A white arch of peonies before blush curtains',
      'A bouquet of peonies and roses',
      'A place laid in blush and gold',
      'A garland of peonies',
      'A white cake with peonies',
      'White chairs with rose sashes',
    ],
  },
  {
    slug: 'olive-and-linen',
    name: 'Olive & Linen',
    description:
      'Undyed cloth, olive branches, clay and wood. Nothing shines except the glasses, and by nine o’clock the faces.',
    pictures: [
      {
        ground: 5,
        strings: 3,
        stand: [
          [
            'flower-arch',
            { style: 'triangle', parts: ['daisy', 'rose'], tones: ['white', 'cream', 'sage'] },
            800,
            930,
            0.9,
          ],
          ['potted-plant', { style: 'rubber', tones: ['clay'], size: 'l' }, 240, 1010, 0.62],
          ['potted-plant', { style: 'olive', tones: ['clay'], size: 'l' }, 1370, 1010, 0.62],
          [
            'long-table',
            { parts: ['daisy', 'rose'], tones: ['sand', 'sage', 'butter', 'cream', 'white', 'cream', 'sage'] },
            800,
            1120,
            1,
          ],
        ],
      },
      draw('table-setting', { tones: ['stone', 'cream', 'sage', 'clay'], parts: ['daisy'], ground: 5, seed: 2 }),
      draw('candle', { style: 'tapers', tones: ['stone', 'sage', 'cream', 'sand'], ground: 5 }),
      draw('arrangement', { style: 'tall', parts: ['daisy', 'rose'], tones: ['white', 'cream', 'sage'], ground: 3 }),
      draw('tiered-cake', {
        parts: ['daisy'],
        tones: ['cream', 'white', 'crust', 'crust', 'white', 'butter'],
        ground: 5,
      }),
    ],
    alts: [
      'A long table in linen and sage between two trees in pots',
      'A place laid on linen with a daisy',
      'Tapers in stone and sage',
      'A tall arrangement of white flowers',
      'A cake in cream and white with daisies',
    ],
  },
  {
    slug: 'lilac-dusk',
    name: 'Lilac Dusk',
    description:
      'The half hour between the last sun and the first lamp: lilac, smoke and a little silver. Photographs turn out kinder than the people in them.',
    pictures: [
      {
        ground: 1,
        strings: 2,
        glow: '#f3d9f0',
        hang: [['lanterns', { tones: ['lilac', 'white', 'blush', 'violet', 'cream'] }, 800, 350, 0.66]],
        stand: [
          [
            'long-table',
            {
              parts: ['anemone', 'rose', 'ranunculus'],
              tones: ['white', 'lilac', 'blush', 'white', 'lilac', 'violet', 'white', 'plum'],
            },
            800,
            1110,
            1.1,
          ],
        ],
        balloons: [
          [170, 420, 84, 'lilac'],
          [1450, 470, 90, 'violet'],
        ],
      },
      draw('balloons', { count: 9, tones: ['lilac', 'violet', 'white', 'stone'], ground: 1 }),
      draw('bouquet', { parts: ['anemone', 'rose'], tones: ['lilac', 'violet', 'white'], ground: 4 }),
      draw('candle', { style: 'pillar', tones: ['lilac'], ground: 1 }),
      draw('tiered-cake', {
        parts: ['anemone'],
        tones: ['lilac', 'white', 'stone', 'stone', 'violet', 'white'],
        ground: 4,
      }),
    ],
    alts: [
      'A table in white and lilac under paper lanterns',
      'Balloons in lilac and violet',
      'A bouquet of anemones',
      'A lilac pillar candle',
      'A lilac cake with anemones',
    ],
  },
  {
    slug: 'confetti-morning',
    name: 'Confetti Morning',
    description:
      'Butter, coral and mint, paper everywhere and nothing that may not be thrown. Made for people under ten, and liked by most over sixty.',
    pictures: [
      {
        ground: 3,
        hang: [['banner', { tones: ['coral', 'butter', 'mint'] }, 800, 330, 0.9]],
        stand: [
          ['balloon-arch', { tones: ['butter', 'mint', 'coral'] }, 790, 1010, 0.86],
          ['dessert-stand', { tones: ['coral', 'mint', 'gold'] }, 800, 1110, 0.56],
          ['gift-box', { style: 'stack', tones: ['mint', 'coral'] }, 290, 1120, 0.5],
          ['gift-box', { tones: ['butter', 'coral'] }, 1300, 1120, 0.44],
        ],
        balloons: [
          [230, 500, 90, 'mint'],
          [1370, 520, 92, 'coral'],
          [1450, 380, 70, 'butter'],
        ],
        confetti: ['coral', 'butter', 'mint', 'white'],
      },
      draw('pinata', { tones: ['coral', 'butter', 'mint'], ground: 3 }),
      draw('balloons', { count: 8, tones: ['butter', 'coral', 'mint', 'white'], ground: 5 }),
      draw('popper', { tones: ['mint', 'coral', 'butter'], ground: 0 }),
      draw('foil-balloon', { style: '3', tones: ['coral'], ground: 5 }),
    ],
    alts: [
      'Balloons, presents and sweets under a paper banner',
      'A piñata in coral and mint',
      'Balloons in butter, coral and mint',
      'A confetti popper',
      'A coral number three',
    ],
  },
  {
    slug: 'winter-white',
    name: 'Winter White',
    description:
      'Snow without the cold: white on white, frosted glass, blue shadows and candles at every height. December books it in June.',
    pictures: [
      {
        ground: 4,
        strings: 3,
        glow: '#ffffff',
        stand: [
          ['drapes', { tones: ['white', 'stone', 'stone'] }, 800, 970, 1.05],
          [
            'flower-arch',
            { style: 'white', parts: ['anemone', 'rose'], tones: ['white', 'cream', 'white', 'white'] },
            800,
            1040,
            0.86,
          ],
          ['floor-lanterns', { tones: ['slate', 'white'] }, 310, 1120, 0.54],
          ['floor-lanterns', { tones: ['slate', 'white'] }, 1300, 1120, 0.48],
        ],
        confetti: ['white', 'cream', 'blue'],
      },
      draw('candle', { style: 'tapers', tones: ['white', 'blue', 'stone', 'white'], ground: 4 }),
      draw('table-setting', { tones: ['white', 'blue', 'stone', 'stone'], parts: ['anemone'], ground: 4 }),
      draw('tiered-cake', {
        parts: ['anemone'],
        tones: ['white', 'white', 'stone', 'stone', 'white', 'cream'],
        ground: 4,
      }),
      draw('bouquet', { style: 'white', parts: ['anemone', 'rose'], tones: ['white', 'cream', 'blue'], ground: 1 }),
    ],
    alts: [
      'A white arch before white curtains, with lanterns',
      'White and blue tapers',
      'A place laid in white and ice blue',
      'A white cake with white anemones',
      'A bouquet in white',
    ],
  },
];
