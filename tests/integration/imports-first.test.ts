import { expect, it } from 'vitest';
import { importDesk } from '#tests/factories/imports';

const desk = importDesk();

it('checks the first long file of a shop, of whose rows the planner knows nothing yet', async () => {
  const rows = Array.from({ length: 6000 }, (_, at) => `LONG-${at % 5999};Loaf ${at % 5999};2.50`);
  const checked = await desk.check(`sku;name;price\r\n${rows.join('\r\n')}\r\n`);
  expect(checked).toMatchObject({ to_create: 5999, wrong: 1 });
});
