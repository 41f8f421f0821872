import type { RequestHandler } from '../../server.ts';
import { acceptedForms } from './accepted-forms.ts';
import { holdBack } from './hold-back.ts';
import type { Refusals } from '../admission/refuse.ts';
import { sendAnswer } from './send-answer.ts';

const NOTHING_ACCEPTED =
  'No form of the answer fits the header "accept-encoding": allow br, gzip or identity, or leave it out.';

/**
 * Sends whole answers by `sendAnswer`, whoever writes them, and streams as they come. A client that names neither an
 * encoding nor an ETag costs nothing.
 */
export function encodeAnswers(next: RequestHandler, { refusals }: { refusals: Refusals }): RequestHandler {
  return (request, response, context) => {
    const { 'accept-encoding': encodings, 'if-none-match': known } = request.headers;
    const [best] = acceptedForms(encodings);
    if (best === undefined) {
      refusals.refuse(response, { status: 406, code: 'BAD_USER_INPUT', message: NOTHING_ACCEPTED });
      return undefined;
    }
    if (best !== 'identity' || known !== undefined) {
      holdBack(response, (body) =>
        sendAnswer(response, { status: response.statusCode, headers: response.getHeaders(), body }),
      );
    }
    return next(request, response, context);
  };
}
