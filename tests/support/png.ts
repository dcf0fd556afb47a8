import sharp from 'sharp';

/** The bytes of a plain picture. */
export const png = async (width = 900, height = 600, background = '#a06030') =>
  new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background } })
      .png()
      .toBuffer(),
  );
