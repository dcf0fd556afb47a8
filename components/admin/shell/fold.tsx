/** Remembers for a year whether the navigation is folded; the layout hands its value back as `folded`. */
export const FOLD_COOKIE = 'barrow_desk_folded';
export const FOLD_PATH = '/admin';
