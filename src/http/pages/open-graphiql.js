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

self.YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), {
  ...options,
  // The address follows the editors, so that it can be shared as a link.
  onEditQuery: (text) => keepInAddress('query', text),
  onEditVariables: (text) => keepInAddress('variables', text),
});

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
