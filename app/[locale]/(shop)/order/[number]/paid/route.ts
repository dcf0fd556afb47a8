import { answerForm } from '#lib/http/form-route';
import { addressHere, go } from '#lib/http/go';
import { readOrderKey } from '#lib/http/order-cookie';
import { writeRefusal } from '#lib/http/refusal-cookie';
import { claimPayment } from '#lib/orders/commands';
import { claimWithProofInput } from '#lib/orders/payment-input';

type Params = { params: Promise<{ number: string }> };

const pageOf = (orderNumber: string) => `/order/${encodeURIComponent(orderNumber)}`;

/** The form "I have paid" of the order's page, with or without a proof. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { number: order_number } = await params;
  const page = await addressHere(pageOf(order_number));
  return answerForm(request, {
    input: claimWithProofInput,
    known: { order_number },
    page,
    run: async (ctx, { proof, ...claim }) =>
      claimPayment(ctx, claim, { key: await readOrderKey(), proof: proof && Buffer.from(await proof.arrayBuffer()) }),
    remember: (refusal) => writeRefusal(page, refusal),
  });
}

/** Somebody who went back to where the form was sent. */
export async function GET(_request: Request, { params }: Params): Promise<never> {
  return go(pageOf((await params).number));
}
