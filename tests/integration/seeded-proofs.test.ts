import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { openDatabase } from '#db/client';
import { media } from '#db/schema/content';
import { orders, payments } from '#db/schema/orders';
import { loadPreset } from '#db/seed/load/load';
import { readPreset } from '#db/seed/load/presets';
import { env } from '#lib/env';
import { readPrivateFile } from '#lib/media/private-files';
import { openProofs } from '#scripts/seed-proofs';
import { cloneDatabase, dropDatabase } from '#tests/support/database';

const NOW = new Date('2026-11-21T10:00:00Z');

it.each(['bakery', 'farm'] as const)('the %s shop opens with a claim to check that has a picture', async (key) => {
  const url = await cloneDatabase();
  const database = openDatabase({ url, max: 2, prepare: true });
  try {
    const preset = await readPreset(key);
    const proofs = openProofs(NOW);
    await database.transaction((db) =>
      loadPreset(db, preset, { now: NOW, keepProof: proofs.keep, staffPasswordHash: 'none' }),
    );
    const claims = await database.db
      .select({ amount: payments.amountMinor, total: orders.totalMinor, file: media })
      .from(payments)
      .innerJoin(orders, eq(orders.id, payments.orderId))
      .leftJoin(media, eq(media.id, payments.proofMediaId))
      .where(eq(payments.status, 'submitted'));
    const proven = claims.flatMap(({ file, ...claim }) => (file ? [{ ...claim, file }] : []));
    expect(proven.length).toBeGreaterThan(0);
    for (const { amount, total, file } of proven) {
      expect(amount).toBe(total);
      // Out of reach of the file server, and whole.
      expect(file).toMatchObject({ mime: 'image/webp', isPublic: false, width: 720, height: 960 });
      const picture = await readPrivateFile(file);
      expect(picture?.length).toBe(file.bytes);
      expect((await sharp(picture ?? undefined).metadata()).format).toBe('webp');
    }
    await proofs.discard();
    expect(await readdir(join(env().DATA_DIR, 'private'))).toEqual([]);
  } finally {
    await database.close();
    await dropDatabase(url);
  }
});
