/** Pages the shop itself leads to, by their address. */
export const SPECIAL: Readonly<Record<string, string>> = {
  terms: 'linked where an order is placed',
  privacy: 'linked where an order is placed and an account is made',
};
