// The browser's part of GraphiQL's page. It is a script of its own, so that the page needs no inline one.

const { workers, ...options } = JSON.parse(document.getElementById('options').textContent);

// Paths are relative to the page, which may stand behind a prefix.
self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, name) => workers[name] && new URL(workers[name], document.baseURI).href,
};

// What a link holds gets a tab of its own, before the examples.
const link = new URL(location.href).searchParams;
if (link.has('query')) {
  options.variables = readable(link.get('variables') ?? '');
  options.defaultTabs.unshift({ query: link.get('query'), variables: options.variables });
}

self.YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), {
  ...options,
  // The address stays a link to what the editors hold.
  onEditQuery: (text) => keepInAddress('query', text),
  onEditVariables: (text) => keepInAddress('variables', text),
});

/** Variables as a person would write them; what is no JSON stays as it is. */
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
