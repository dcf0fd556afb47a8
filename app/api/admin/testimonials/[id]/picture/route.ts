import { removeTestimonialPictureApi, setTestimonialPictureApi } from '#lib/content/api';
import { removeTestimonialPicture, setTestimonialPicture } from '#lib/content/commands';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: endpoint(setTestimonialPictureApi, async (ctx, { file, ...input }) =>
    setTestimonialPicture(ctx, { ...input, file: Buffer.from(await file.arrayBuffer()) }),
  ),
  DELETE: endpoint(removeTestimonialPictureApi, removeTestimonialPicture),
});
