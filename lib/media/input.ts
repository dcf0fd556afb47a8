import { z } from 'zod';

const picture = z.instanceof(Blob, { error: 'Choose a picture.' }).optional();

/** The picture in a multipart body, beside its other fields. It may come under any of the names that clients use. */
export const pictureFields = { file: picture, image: picture };

/** For `.extend(pictureFields).transform(takePicture)`: the picture as `file`, whatever it was called. */
export function takePicture<T extends { file?: Blob; image?: Blob }>(body: T, issues: z.RefinementCtx) {
  const { file, image, ...input } = body;
  const found = file ?? image;
  if (found) return { ...input, file: found };
  issues.addIssue({ code: 'custom', path: ['file'], message: 'Choose a picture.', params: { code: 'VAL_001' } });
  return z.NEVER;
}

/** The words that stand for a picture. */
export const altInput = z.string().trim().max(200, 'Use at most 200 characters.');
