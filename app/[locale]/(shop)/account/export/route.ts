import { redirect } from 'next/navigation';
import { answerFile } from '#lib/http/form-route';
import { exportOwnData } from '#lib/privacy/commands';
import { personalFile } from '#lib/privacy/rules';

const PAGE = '/account/details';

/** The button "Download my data". */
export async function POST(request: Request): Promise<Response> {
  return answerFile(request, { page: PAGE, run: async (ctx) => personalFile(await exportOwnData(ctx)) });
}

/** Somebody who went back to where the button led. */
export async function GET(): Promise<never> {
  redirect(PAGE);
}
