/** The contracts of places, hours, closures, zones and slots at the order desk; one file per subject behind it. */

export * from './desk-api/closures.ts';
export * from './desk-api/hours.ts';
export * from './desk-api/locations.ts';
export * from './desk-api/slots.ts';
export * from './desk-api/zones.ts';
