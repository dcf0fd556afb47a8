import type { Preset, PresetKey } from '../preset.ts';

const FILES: Readonly<Record<PresetKey, () => Promise<Preset>>> = {
  florist: async () => (await import('../florist.ts')).florist,
  bakery: async () => (await import('../bakery.ts')).bakery,
  beauty: async () => (await import('../beauty.ts')).beauty,
  farm: async () => (await import('../farm.ts')).farm,
  events: async () => (await import('../events.ts')).events,
  blank: async () => (await import('../blank.ts')).blank,
};

export const readPreset = (key: PresetKey): Promise<Preset> => FILES[key]();
