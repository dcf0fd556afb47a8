import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** The files that containers run with are read and filled in here as Docker and nginx's image do it. */
export const DEPLOY = join(import.meta.dirname, '..', '..', 'deploy');

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const service = z.looseObject({
  environment: z.record(z.string(), scalar).default({}),
  command: z.array(z.string()).optional(),
});
const compose = z.looseObject({ services: z.record(z.string(), service) });

export type Services = z.output<typeof compose>['services'];

/** `${NAME}`, `${NAME:-otherwise}` and `${NAME:?complaint}`, as compose files write them. */
export function interpolate(text: string, given: Readonly<Record<string, string>>): string {
  return text
    .replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_whole, name: string, kind: string | undefined, rest: string) => {
      const value = given[name] ?? '';
      if (value !== '') return value;
      if (kind === '?') throw new Error(`${name} is not set: ${rest}`);
      return kind === '-' ? rest : '';
    })
    .replaceAll('$$', '$');
}

/** Values are filled in after the file was parsed, as compose does it: what is filled in is never YAML. */
function filled(value: unknown, given: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') return interpolate(value, given);
  if (Array.isArray(value)) return value.map((one) => filled(one, given));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one, given)]));
}

export async function readCompose(name: string, given: Readonly<Record<string, string>>): Promise<Services> {
  const text = await readFile(join(DEPLOY, name), 'utf8');
  return compose.parse(filled(parse(text, { merge: true }), given)).services;
}

export function serviceOf(services: Services, name: string): Services[string] {
  const found = services[name];
  if (found === undefined) throw new Error(`there is no service ${name}`);
  return found;
}

/** envsubst: only what is named in `variables` is replaced, everything else with a dollar stays. */
export async function fillTemplate(name: string, variables: Readonly<Record<string, string>>): Promise<string> {
  const text = await readFile(join(DEPLOY, name), 'utf8');
  return text.replace(/\$\{(\w+)\}/g, (whole, key: string) => variables[key] ?? whole);
}
