'use server';

import { action } from '#lib/http/action';
import {
  archiveLocation,
  archiveZone,
  changeSlot,
  closeShop,
  endClosure,
  removeClosure,
  restoreLocation,
  restoreZone,
  saveClosure,
  saveLocation,
  saveWeek,
  saveZone,
  startSeason,
} from './commands.ts';
import {
  archiveInput,
  changeSlotInput,
  closureFormInput,
  dependentsInput,
  locationFormInput,
  previewInput,
  refInput,
  vacationInput,
} from './desk-input.ts';
import { startSeasonInput, weekInput } from './hours-input.ts';
import { listDependents } from './queries/desk-dependents.ts';
import { previewPromise } from './queries/desk-preview.ts';
import { getDeskSlot } from './queries/desk-slots.ts';
import { zoneFormInput } from './zone-input.ts';

/** What the places and the calendar of the order desk call. */

export const saveLocationAction = action({ input: locationFormInput, run: saveLocation });
export const archiveLocationAction = action({ input: archiveInput, run: archiveLocation });
export const restoreLocationAction = action({ input: refInput, run: restoreLocation });

export const saveWeekAction = action({ input: weekInput, run: saveWeek });
export const startSeasonAction = action({ input: startSeasonInput, run: startSeason });

export const saveClosureAction = action({ input: closureFormInput, run: saveClosure });
export const closeShopAction = action({ input: vacationInput, run: closeShop });
export const endClosureAction = action({ input: refInput, run: endClosure });
export const removeClosureAction = action({ input: refInput, run: removeClosure });

export const saveZoneAction = action({ input: zoneFormInput, run: saveZone });
export const archiveZoneAction = action({ input: archiveInput, run: archiveZone });
export const restoreZoneAction = action({ input: refInput, run: restoreZone });

export const changeSlotAction = action({ input: changeSlotInput, run: changeSlot });
export const readSlotAction = action({ input: refInput, run: getDeskSlot });

export const previewPromiseAction = action({ input: previewInput, run: previewPromise });
export const listDependentsAction = action({ input: dependentsInput, run: listDependents });
