import { redirect } from 'next/navigation';
import { answerFile } from '#lib/http/form-route';
import { parseInput } from '#lib/http/validation';
import { exportCustomer } from '#lib/privacy/commands';
import { personRefInput } from '#lib/privacy/input';
import { personalFile } from '#lib/privacy/rules';

type Params = { params: Promise<{ id: string }> };

const pageOf = (id: string) => `/admin/customers/${encodeURIComponent(id)}`;

/** The button "Download" of a customer's page at the desk. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { id } = await params;
  return answerFile(request, {
    page: pageOf(id),
    run: async (ctx) => personalFile(await exportCustomer(ctx, parseInput(personRefInput, { customer_id: id }))),
  });
}

/** Somebody who went back to where the button led. */
export async function GET(_request: Request, { params }: Params): Promise<never> {
  redirect(pageOf((await params).id));
}
