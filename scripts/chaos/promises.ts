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
];
