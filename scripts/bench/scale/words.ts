/** Words that the rows of a large shop are put together from. */

export const FIRST_NAMES =
  'Ana Maria Elena Ioana Andrei Mihai Radu Vlad Irina Oana Paul Sorin Dana Horia Ilinca Petru Anna Lena Jonas Lukas Mia Emma Paula Clara Felix Moritz Greta Ida Karl Otto Rosa Hanna Amy Jack Ruby Tom Nina Leo Eva Max';

/** Three syllables make a family name; the earlier a name, the more people carry it. */
export const SYLLABLES = [
  'Po Ma Ba Du Sta Con Geo Mun Ra Ne Tu Lu Vi Cra Do Fi Gri Ho Ja Ke'.split(' '),
  'pe ri la mi ne ro ste du ga vo li chi so ta be lo ni ru sa fa'.split(' '),
  'scu anu eanu ici aru escu mann berg ner son ley ton ford lea ru'.split(' '),
];

export const KINDS =
  'Golden Rustic Seeded Dark Light Wild Sweet Smoked Salted Spiced Toasted Whole Village Harvest Winter Summer Morning Garden Forest Valley'.split(
    ' ',
  );

export const GOODS =
  'Rye Spelt Baguette Brioche Croissant Bun Focaccia Pretzel Roll Loaf Cake Tart Muffin Scone Biscuit Cracker Honey Jam Chutney Cheese Butter Yogurt Cream Quiche Pie Galette Strudel Waffle Crumble Pudding Rose Tulip Peony Lily Daisy Wreath Bouquet Candle Basket Hamper'.split(
    ' ',
  );
