/** What each role may do, as the desk says it. */
export const ROLE = { staff: 'Staff', admin: 'Admin' } as const;

export const ROLE_OPTIONS = [
  { value: 'staff', label: 'Work with orders and goods' },
  { value: 'admin', label: 'Change everything, also settings' },
];
