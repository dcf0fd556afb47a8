import type { Who } from '#tests/integration/access/who';

/** The dashboard and analytics. */
export const endpoints: Record<string, Who> = {
  getDashboard: 'staff',
  getSales: 'staff',
  getProductFigures: 'staff',
  getCustomerFigures: 'staff',
  getSlotFigures: 'staff',
  exportFigures: 'staff',
};

export const actions: Record<string, Who> = {};
