import { answerFile } from '#lib/http/form-route';
import { addressHere, go } from '#lib/http/go';
import { exportOwnData } from '#lib/privacy/commands';
import { personalFile } from '#lib/privacy/rules';

const PAGE = '/account/details';

/** The button "Download my data". */
export async function POST(request: Request): Promise<Response> {
  return answerFile(request, {
    page: await addressHere(PAGE),
    run: async (ctx) => personalFile(await exportOwnData(ctx)),
  });
}

/** Somebody who went back to where the button led. */
export async function GET(): Promise<never> {
  return go(PAGE);
}
