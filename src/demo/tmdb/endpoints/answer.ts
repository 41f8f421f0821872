/** What an endpoint answers: a body as JSON, an object for each, with an HTTP status. */
export interface TmdbAnswer {
  status: number;
  body: object;
  /** Further headers. */
  headers?: Record<string, string>;
}

/** TMDB's codes of errors that the demo answers with: HTTP status and message of each. */
const ERRORS = {
  6: [404, 'Invalid id: The pre-requisite id is invalid or not found.'],
  7: [401, 'Invalid API key: You must be granted a valid key.'],
  9: [503, 'Service offline: This service is temporarily offline, try again later.'],
  11: [500, 'Internal error: Something went wrong, contact TMDb.'],
  20: [422, 'Invalid date range: Should be a range no longer than 14 days.'],
  22: [400, 'Invalid page: Pages start at 1 and max at 500. They are expected to be an integer.'],
  23: [400, 'Invalid date: Format needs to be YYYY-MM-DD.'],
  24: [504, 'Your request to the backend server timed out. Try again.'],
  25: [429, 'Your request count (51) is over the allowed limit of (50).'],
  27: [400, 'Too many append to response objects: The maximum number of remote calls is 20.'],
  34: [404, 'The resource you requested could not be found.'],
  43: [502, "Couldn't connect to the backend server."],
} as const;

export type TmdbErrorCode = keyof typeof ERRORS;

export function found(body: object): TmdbAnswer {
  return { status: 200, body };
}

/** An error with TMDB's body: `{ success: false, status_code, status_message }`. */
export function failed(code: TmdbErrorCode, headers?: Record<string, string>): TmdbAnswer {
  const [status, message] = ERRORS[code];
  const body = { success: false, status_code: code, status_message: message };
  return headers === undefined ? { status, body } : { status, body, headers };
}

/** Another address, with the same query. */
export function moved(path: string, query: URLSearchParams): TmdbAnswer {
  return { status: 301, body: {}, headers: { Location: query.size === 0 ? path : `${path}?${query.toString()}` } };
}
