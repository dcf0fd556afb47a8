import sharp from 'sharp';
import type { KeepPicture } from '#db/seed/load/pictures';
import { discardPrivateFile, storePrivateFile } from '#lib/media/private-files';

type File = Awaited<ReturnType<typeof storePrivateFile>>;

/** Keeps drawn proofs of payment where uploaded ones go; `discard` forgets them when their rows did not come. */
export function openProofs(now: Date): { keep: KeepPicture; discard: () => Promise<void> } {
  const files: File[] = [];
  return {
    async keep({ svg }) {
      const file = await storePrivateFile(await sharp(Buffer.from(svg)).png().toBuffer(), now);
      files.push(file);
      const { is_public: isPublic, created_at: createdAt, updated_at: updatedAt, ...row } = file;
      return { ...row, isPublic, createdAt, updatedAt };
    },
    async discard() {
      await Promise.all(files.map(discardPrivateFile));
    },
  };
}
