import { redirect } from 'next/navigation';
import { findOwnBooking } from '#lib/events/queries/bookings';
import { writeBookingKey } from '#lib/http/order-cookie';
import { pageContext } from '#lib/http/page';

type Params = { params: Promise<{ number: string }> };

/**
 * The signed link: its key goes into a cookie that only this booking's page is sent, and out of the address. A key that
 * opens nothing leads to the same page, which then says so.
 */
export async function GET(request: Request, { params }: Params): Promise<never> {
  const { number: booking_number } = await params;
  const key = new URL(request.url).searchParams.get('key') ?? '';
  const booking = await findOwnBooking(await pageContext(), { booking_number, key });
  if (booking) await writeBookingKey(booking_number, key);
  redirect(`/booking/${encodeURIComponent(booking_number)}`);
}
