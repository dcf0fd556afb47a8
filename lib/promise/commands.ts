import 'server-only';

/** The door of this module for writers; one file per subject behind it. */

export {
  closeShop,
  createClosure,
  endClosure,
  removeClosure,
  replaceClosure,
  saveClosure,
  updateClosure,
} from './commands/closures.ts';
export {
  createOpeningRule,
  removeOpeningRule,
  replaceOpeningRule,
  updateOpeningRule,
} from './commands/hours.ts';
export {
  archiveLocation,
  createLocation,
  replaceLocation,
  restoreLocation,
  saveLocation,
  updateLocation,
} from './commands/locations.ts';
export { changeSlot } from './commands/slots.ts';
export { saveWeek, startSeason } from './commands/week.ts';
export { archiveZone, createZone, replaceZone, restoreZone, saveZone, updateZone } from './commands/zones.ts';
