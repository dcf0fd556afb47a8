import 'server-only';

/** The door of this module for readers; one file per subject behind it. */

export { getDeskPackage, getPackage, listDeskPackages, listPackages } from './queries/packages.ts';
export { getDeskTheme, getOffered, getTheme, listDeskThemes, listThemes } from './queries/themes.ts';
