import type { Who } from '#tests/integration/access/who';

/** The logins of staff and their second step. */
export const endpoints: Record<string, Who> = {
  listUsers: 'admin',
  createUser: 'admin',
  getUser: 'admin',
  updateUser: 'admin',
  deactivateUser: 'admin',
  setUserPassword: 'admin',
  resetUserSecondFactor: 'admin',
  changePassword: 'staff',
  getSecondFactor: 'login',
  startSecondFactor: 'login',
  confirmSecondFactor: 'login',
  renewRecoveryCodes: 'login',
  endSecondFactor: 'login',
};

export const actions: Record<string, Who> = {
  'auth/changePasswordAction': 'signed-in',
  'auth/confirmSecondFactorAction': 'login',
  'auth/createStaffAction': 'admin',
  'auth/endSecondFactorAction': 'login',
  'auth/renewRecoveryCodesAction': 'login',
  'auth/resetSecondFactorAction': 'admin',
  'auth/startSecondFactorAction': 'login',
  'auth/setStaffPasswordAction': 'admin',
  'auth/signOutEverywhereAction': 'signed-in',
  'auth/updateStaffAction': 'admin',
};
