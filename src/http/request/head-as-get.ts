import type { RequestHandler } from '../server.ts';

/** Answers HEAD as GET: Node leaves the body away, by the method that came, and nobody behind this knows of it. */
export function headAsGet(next: RequestHandler): RequestHandler {
  return (request, response, ...context) => {
    if (request.method === 'HEAD') request.method = 'GET';
    return next(request, response, ...context);
  };
}
