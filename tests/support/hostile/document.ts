import fc from 'fast-check';
import { z } from 'zod';
import { HOSTILE_TEXTS, hostileValue } from './values.ts';

/** Our own API document, read as somebody reads it who looks for what it forgot. */

export type Schema = { [key: string]: unknown };

const object = z.record(z.string(), z.unknown());
export const schemaOf = (value: unknown): Schema => object.safeParse(value).data ?? {};

const parameter = z.looseObject({
  name: z.string(),
  in: z.string(),
  schema: object.catch({}),
  example: z.unknown().optional(),
});
const described = z.looseObject({
  operationId: z.string(),
  security: z.array(object),
  parameters: z.array(object),
  requestBody: z
    .looseObject({
      content: z.record(z.string(), z.looseObject({ schema: object, example: z.unknown().optional() })),
    })
    .optional(),
  responses: z.record(z.string(), z.looseObject({ content: z.record(z.string(), z.unknown()).optional() })),
});
const documentShape = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), described)),
  components: z.looseObject({
    schemas: z.record(z.string(), object),
    parameters: z.record(z.string(), object),
  }),
});

export type Operation = {
  id: string;
  method: string;
  /** With `/api` and `{names}`. */
  path: string;
  isOpen: boolean;
  parameters: z.output<typeof parameter>[];
  /** Content types of the body, with its shape; null when it takes none. */
  body: { types: string[]; schema: Schema; example: unknown } | null;
};

export type Document = { operations: Operation[]; definitions: Record<string, Schema> };

export function readDocument(json: unknown): Document {
  const { paths, components } = documentShape.parse(json);
  const resolved = (one: Schema): Schema =>
    typeof one.$ref === 'string' ? schemaOf(components.parameters[one.$ref.split('/').at(-1) ?? '']) : one;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, security, parameters, requestBody }]): Operation => {
      const contents = Object.entries(requestBody?.content ?? {});
      const first = contents[0]?.[1];
      return {
        id: operationId,
        method: method.toUpperCase(),
        path,
        isOpen: security.length === 0 || security.some((one) => Object.keys(one).length === 0),
        parameters: parameters.map((one) => parameter.parse(resolved(one))),
        body: first ? { types: contents.map(([type]) => type), schema: first.schema, example: first.example } : null,
      };
    }),
  );
  return { operations, definitions: components.schemas };
}

/** One node in so many is not what the schema asks for. */
const WRONG = { weight: 1, arbitrary: hostileValue };

const list = (value: unknown): Schema[] => (Array.isArray(value) ? value.map(schemaOf) : []);

/** Values that nearly fit a schema: most parts are as asked, so that the code behind the first check is reached. */
export function nearly(schema: Schema, { definitions }: Document, ids: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const make = (one: Schema, depth: number): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 9, arbitrary: fitting(one, depth) }, WRONG);

  function fitting(one: Schema, depth: number): fc.Arbitrary<unknown> {
    if (depth > 6) return fc.constant(null);
    if (typeof one.$ref === 'string')
      return fitting(schemaOf(definitions[one.$ref.split('/').at(-1) ?? '']), depth + 1);
    if ('const' in one) return fc.constant(one.const);
    if (Array.isArray(one.enum) && one.enum.length > 0) return fc.constantFrom(...one.enum);
    const choices = [...list(one.anyOf), ...list(one.oneOf)];
    if (choices.length > 0) return fc.oneof(...choices.map((choice) => fitting(choice, depth + 1)));
    const all = list(one.allOf);
    if (all.length > 0) return fitting(Object.assign({}, ...all), depth + 1);
    const type = Array.isArray(one.type) ? one.type[0] : one.type;
    if (type === 'object') return objectOf(one, depth);
    if (type === 'array') return fc.array(make(schemaOf(one.items), depth + 1), { maxLength: 3 });
    if (type === 'boolean') return fc.boolean();
    if (type === 'integer') return fc.oneof(fc.integer({ min: -2, max: 60 }), fc.integer(), fc.maxSafeInteger());
    if (type === 'number') return fc.oneof(fc.integer({ min: -2, max: 60 }), fc.double({ noNaN: true }));
    if (type === 'null') return fc.constant(null);
    return textOf(one);
  }

  function textOf(one: Schema): fc.Arbitrary<string> {
    const plain = fc.constantFrom('Ana Pop', 'rye', '12:00', '+40722123456', 'https://example.com/a', ...HOSTILE_TEXTS);
    if (one.format === 'uuid') return fc.oneof({ weight: 4, arbitrary: ids }, plain);
    if (one.format === 'date')
      return fc.oneof(
        dates.map((iso) => iso.slice(0, 10)),
        plain,
      );
    if (one.format === 'date-time') return fc.oneof(dates, plain);
    if (one.format === 'email') return fc.oneof(fc.emailAddress(), plain);
    return fc.oneof(plain, ids);
  }

  function objectOf(one: Schema, depth: number): fc.Arbitrary<unknown> {
    const properties = Object.entries(schemaOf(one.properties));
    const required = new Set(Array.isArray(one.required) ? one.required : []);
    // An own `__proto__` must stay one: fields are put together as entries.
    const entries = properties.map(([name, inner]) => {
      const value = make(schemaOf(inner), depth + 1).map((made): [string, unknown][] => [[name, made]]);
      return required.has(name)
        ? fc.oneof({ weight: 19, arbitrary: value }, { weight: 1, arbitrary: fc.constant([]) })
        : fc.oneof(value, fc.constant([]));
    });
    const more = fc.oneof(
      { weight: 12, arbitrary: fc.constant<[string, unknown][]>([]) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom('__proto__', 'constructor', 'role', 'total', 'user_id', ''), hostileValue)
          .map((extra) => [extra]),
      },
    );
    return fc.tuple(more, ...entries).map((made) => Object.fromEntries(made.flat()));
  }

  return fitting(schema, 0);
}

const dates = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
