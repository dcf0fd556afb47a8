/** What Barrow promises, and the tests that would fail if it did not keep it. */
export const PROMISES: readonly { id: string; says: string; files: readonly string[] }[] = [
  {
    id: 'T1',
    says: 'nothing is sold that cannot be made: pieces, days of production, times, days for events',
    files: [
      'tests/races/orders.test.ts',
      'tests/races/plans.test.ts',
      'tests/races/slots.test.ts',
      'tests/races/bookings.test.ts',
      'tests/races/change-order.test.ts',
      'tests/races/oversell-http.test.ts',
    ],
  },
  {
    id: 'T2',
    says: 'one key is one order',
    files: ['tests/races/oversell-http.test.ts', 'tests/integration/trust.test.ts'],
  },
  { id: 'T3', says: 'the database dies: nothing torn, nothing lost', files: ['tests/faults/database-killed.test.ts'] },
  {
    id: 'T4',
    says: 'the app dies: the same, and every job has its effect once',
    files: [
      'tests/faults/server-killed.test.ts',
      'tests/faults/worker-killed.test.ts',
      'tests/faults/webhook-killed.test.ts',
      'tests/faults/import-killed.test.ts',
    ],
  },
  {
    id: 'T5',
    says: 'the database stands still or is cut off: 503 in time, kept pages go on',
    files: ['tests/faults/database-frozen.test.ts', 'tests/faults/database-cut.test.ts'],
  },
  { id: 'T6', says: 'no request brings a server error or the inside out', files: ['tests/contract/hostile.test.ts'] },
  {
    id: 'T7',
    says: 'the desk is closed, and signing out works at once and everywhere',
    files: [
      'tests/integration/access.test.ts',
      'tests/integration/closed.test.ts',
      'tests/contract/desk-closed.test.ts',
      'tests/contract/spoofing.test.ts',
    ],
  },
  {
    id: 'T8',
    says: 'phone codes: five guesses, limits that fail closed, another way when SMS is down',
    files: ['tests/integration/phone-check.test.ts', 'tests/races/phone-codes.test.ts'],
  },
  {
    id: 'T9',
    says: 'an order is found by two facts, and both misses are alike',
    files: ['tests/integration/orders.test.ts', 'tests/integration/trust.test.ts'],
  },
  {
    id: 'T10',
    says: 'text stays text: in pages, letters, linked data and exports',
    files: [
      'tests/integration/injection.test.ts',
      'lib/content/markdown.test.ts',
      'components/shop/shell/json-ld.test.tsx',
    ],
  },
  {
    id: 'T11',
    says: 'uploads are judged by their content and encoded anew',
    files: [
      'lib/media/picture.test.ts',
      'tests/integration/proof.test.ts',
      'tests/integration/product-pictures.test.ts',
    ],
  },
  { id: 'T12', says: 'headers, policies and cookies', files: ['tests/contract/headers.test.ts'] },
  { id: 'T13', says: 'streams: capped, cut when slow, nothing missed', files: ['tests/faults/live.test.ts'] },
  {
    id: 'T14',
    says: 'a restart finishes what was begun; three instances are one shop',
    files: ['tests/faults/shutdown.test.ts', 'tests/faults/start.test.ts', 'tests/faults/instances.test.ts'],
  },
  {
    id: 'T15',
    says: 'a backup made while the shop sells restores every row and file',
    files: ['tests/integration/backup.test.ts', 'tests/faults/backup-under-load.test.ts'],
  },
  {
    id: 'T16',
    says: 'earlier schemas migrate with data in them, once',
    files: ['tests/integration/upgrade.test.ts'],
  },
  {
    id: 'T17',
    says: 'export gives a person everything, erasing leaves nothing but the books',
    files: [
      'tests/integration/privacy.test.ts',
      'tests/integration/privacy-retention.test.ts',
      'tests/races/erase-person.test.ts',
    ],
  },
];
