// Starts GraphiQL in the browser. It is a file of its own, so that the page needs no inline script.

const { workers, ...options } = JSON.parse(document.getElementById('options').textContent);

// Paths are relative to the page, which a proxy may serve below a prefix.
self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, name) => workers[name] && new URL(workers[name], document.baseURI).href,
};

// The query of a link is opened in a tab before the examples.
const link = new URL(location.href).searchParams;
if (link.has('query')) {
  options.variables = readable(link.get('variables') ?? '');
  options.defaultTabs.unshift({ query: link.get('query'), variables: options.variables });
}

/** The headers of the editor are kept for the tab alone: a token is in them. */
const HEADERS = 'marquee headers';
const NO_TOKEN = 'Bearer ';
const headers = sessionStorage.getItem(HEADERS) ?? JSON.stringify({ authorization: NO_TOKEN }, null, 2);

const send = self.fetch.bind(self);
self.fetch = (target, init) => send(target, withoutEmptyToken(init));

self.YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), {
  ...options,
  initialHeaders: headers,
  defaultHeaders: headers,
  shouldPersistHeaders: false,
  onEditHeaders: (text) => sessionStorage.setItem(HEADERS, text),
  // The address follows the editors, so that it can be shared as a link.
  onEditQuery: (text) => keepInAddress('query', text),
  onEditVariables: (text) => keepInAddress('variables', text),
});

/** What is sent before somebody has put a token into the headers that the editor begins with. */
function withoutEmptyToken(init) {
  const sent = new Headers(init?.headers);
  if (sent.get('authorization')?.trim() !== NO_TOKEN.trim()) return init;
  sent.delete('authorization');
  return { ...init, headers: sent };
}

/** Variables with indentation; text that is not JSON is returned unchanged. */
function readable(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function keepInAddress(name, text) {
  const address = new URL(location.href);
  if (text === '') address.searchParams.delete(name);
  else address.searchParams.set(name, text);
  history.replaceState({}, '', address);
}
