import { privateFile } from '#lib/http/download';
import { endpoint, methods } from '#lib/http/endpoint';
import { getPaymentProofApi } from '#lib/orders/api/payments';
import { readProof } from '#lib/orders/queries';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getPaymentProofApi, async (ctx, input) => {
    const { data, mime, name } = await readProof(ctx, input);
    // A picture is ours, encoded anew, and may be looked at where it is; a PDF is somebody else's.
    return privateFile(data, { type: mime, name, isInline: mime.startsWith('image/') });
  }),
});
