'use server';

import { action } from '#lib/http/action';
import {
  archivePackage,
  createPackage,
  describePackageImage,
  orderPackageImages,
  orderPackages,
  removePackageImage,
  restorePackage,
  updatePackage,
} from '../commands.ts';
import {
  createPackageInput,
  describePackageImageInput,
  orderPackageImagesInput,
  orderPackagesInput,
  packageIdInput,
  packageImageInput,
  updatePackageInput,
} from '../package-input.ts';

/** Pictures are sent to the API: a form of an action cannot be watched. */

export const createPackageAction = action({ input: createPackageInput, run: createPackage });
export const updatePackageAction = action({ input: updatePackageInput, run: updatePackage });
export const archivePackageAction = action({ input: packageIdInput, run: archivePackage });
export const restorePackageAction = action({ input: packageIdInput, run: restorePackage });
export const orderPackagesAction = action({ input: orderPackagesInput, run: orderPackages });
export const orderPackageImagesAction = action({ input: orderPackageImagesInput, run: orderPackageImages });
export const describePackageImageAction = action({ input: describePackageImageInput, run: describePackageImage });
export const removePackageImageAction = action({ input: packageImageInput, run: removePackageImage });
