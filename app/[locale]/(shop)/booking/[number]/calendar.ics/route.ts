import { getBookingCalendar } from '#lib/events/queries/booking-files';
import { privateFile } from '#lib/http/download';
import { failure } from '#lib/http/envelope';
import { readOrderKey } from '#lib/http/order-cookie';
import { pageContext } from '#lib/http/page';

type Params = { params: Promise<{ number: string }> };

/** The calendar file behind the link on the booking's page: here the browser sends the cookie that opened the page. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { number: booking_number } = await params;
  try {
    const file = await getBookingCalendar(await pageContext(), { booking_number, key: await readOrderKey() });
    return privateFile(file, { type: 'text/calendar; charset=utf-8', name: `booking-${booking_number}.ics` });
  } catch (error) {
    return failure(error, request.headers.get('x-request-id'));
  }
}
