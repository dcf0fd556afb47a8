import 'server-only';

/** The door of this module for writers; one file per subject behind it. */

export {
  addPackageImage,
  describePackageImage,
  orderPackageImages,
  removePackageImage,
} from './commands/package-images.ts';
export {
  archivePackage,
  createPackage,
  orderPackages,
  replacePackage,
  restorePackage,
  updatePackage,
} from './commands/packages.ts';
export { addThemeImage, describeThemeImage, orderThemeImages, removeThemeImage } from './commands/theme-images.ts';
export {
  archiveTheme,
  createTheme,
  orderThemes,
  replaceTheme,
  restoreTheme,
  updateTheme,
} from './commands/themes.ts';
