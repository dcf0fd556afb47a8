import { claimBookingPayment } from '#lib/events/booking-commands';
import { claimBookingWithProofInput } from '#lib/events/booking-input';
import { answerForm } from '#lib/http/form-route';
import { addressHere, go } from '#lib/http/go';
import { readOrderKey } from '#lib/http/order-cookie';
import { writeRefusal } from '#lib/http/refusal-cookie';

type Params = { params: Promise<{ number: string }> };

const pageOf = (bookingNumber: string) => `/booking/${encodeURIComponent(bookingNumber)}`;

/** The form "I have paid" of the booking's page, with or without a proof. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { number: booking_number } = await params;
  const page = await addressHere(pageOf(booking_number));
  return answerForm(request, {
    input: claimBookingWithProofInput,
    known: { booking_number },
    page,
    run: async (ctx, { proof, ...claim }) =>
      claimBookingPayment(ctx, claim, {
        key: await readOrderKey(),
        proof: proof && Buffer.from(await proof.arrayBuffer()),
      }),
    remember: (refusal) => writeRefusal(page, refusal),
  });
}

/** Somebody who went back to where the form was sent. */
export async function GET(_request: Request, { params }: Params): Promise<never> {
  return go(pageOf((await params).number));
}
