import { expect, test } from 'vitest';
import { groupsFor, linksFor, PHONE_LINKS } from './nav.ts';

test('who may not see the system is not shown the way', () => {
  expect(groupsFor('staff').map(({ name }) => name)).toEqual([undefined, 'Events']);
  expect(linksFor('staff').some(({ isForAdmins }) => isForAdmins)).toBe(false);
});

test('the system is a group of its own, behind the day', () => {
  const [day, events, system, ...more] = groupsFor('admin');
  expect([day?.name, events?.name, system?.name, more]).toEqual([undefined, 'Events', 'System', []]);
  expect(system?.links.map(({ label }) => label)).toEqual(['Jobs', 'Outbox', 'Audit', 'Backups', 'Health']);
  expect(day?.links.length).toBeGreaterThan(PHONE_LINKS);
});
