import { expect, test } from 'vitest';
import { groupsFor, linksFor, PHONE_LINKS } from './nav.ts';

test('who may not see the system is not shown the way', () => {
  expect(groupsFor('staff').map(({ name }) => name)).toEqual([undefined]);
  expect(linksFor('staff').some(({ isForAdmins }) => isForAdmins)).toBe(false);
});

test('the system is a group of its own, behind the day', () => {
  const [day, system, ...more] = groupsFor('admin');
  expect([day?.name, system?.name, more]).toEqual([undefined, 'System', []]);
  expect(system?.links.map(({ label }) => label)).toEqual(['Jobs', 'Outbox', 'Audit', 'Health']);
  expect(day?.links.length).toBeGreaterThan(PHONE_LINKS);
});
