import type { RequestHandler } from '../../server.ts';
import { admit } from './admit.ts';
import type { Admission } from './admit.ts';
import { encodeAnswers } from '../answers/encode-answers.ts';
import { headAsGet } from './head-as-get.ts';

/** What every request passes, in this order, before the fast lane and the gateway part. */
export function requestSteps(answer: RequestHandler, admission: Admission): RequestHandler {
  return admit(headAsGet(encodeAnswers(answer, admission)), admission);
}
