import type { RequestHandler } from '../../server.ts';

/** Passes HEAD on as GET. Node decides by the method that came, when it made the response, and sends no body. */
export function headAsGet(next: RequestHandler): RequestHandler {
  return (request, response, context) => {
    if (request.method === 'HEAD') request.method = 'GET';
    return next(request, response, context);
  };
}
