'use server';

import { action } from '#lib/http/action';
import {
  archiveTheme,
  createTheme,
  describeThemeImage,
  orderThemeImages,
  orderThemes,
  removeThemeImage,
  restoreTheme,
  updateTheme,
} from '../commands.ts';
import {
  createThemeInput,
  describeThemeImageInput,
  orderThemeImagesInput,
  orderThemesInput,
  themeIdInput,
  themeImageInput,
  updateThemeInput,
} from '../theme-input.ts';

/** Pictures are sent to the API: a form of an action cannot be watched. */

export const createThemeAction = action({ input: createThemeInput, run: createTheme });
export const updateThemeAction = action({ input: updateThemeInput, run: updateTheme });
export const archiveThemeAction = action({ input: themeIdInput, run: archiveTheme });
export const restoreThemeAction = action({ input: themeIdInput, run: restoreTheme });
export const orderThemesAction = action({ input: orderThemesInput, run: orderThemes });
export const orderThemeImagesAction = action({ input: orderThemeImagesInput, run: orderThemeImages });
export const describeThemeImageAction = action({ input: describeThemeImageInput, run: describeThemeImage });
export const removeThemeImageAction = action({ input: themeImageInput, run: removeThemeImage });
