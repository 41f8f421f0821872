import type { JSX } from 'preact';
import { lazy, LocationProvider, Route, Router, useLocation } from 'preact-iso';

import { Frame } from './frame/frame.tsx';
import { Home } from './pages/home/home.tsx';
import { NotFound } from './parts/not-found.tsx';
import { BASE, href } from './routing/base.ts';

const TitlePage = lazy(async () => (await import('./pages/title/title-page.tsx')).TitlePage);

/** The pages by their paths. Each is a file of its own for browsers, fetched when it is opened. */
export function App(): JSX.Element {
  return (
    <LocationProvider scope={scopeOf(BASE)}>
      <Frame>
        <Pages />
      </Frame>
    </LocationProvider>
  );
}

function Pages(): JSX.Element {
  const { path } = useLocation();
  // The router decodes parts of the path, and fails where it cannot.
  if (!isDecodable(path)) return <MissingPage />;
  return (
    <Router>
      <Route path={href('/')} component={Home} />
      <Route path={href('/title/:id')} component={TitlePage} />
      <Route default component={MissingPage} />
    </Router>
  );
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function MissingPage(): JSX.Element {
  return (
    <main class="content">
      <NotFound />
    </main>
  );
}

/** Paths that are pages of the app: all below the root, but GraphiQL. */
function scopeOf(base: string): RegExp {
  return new RegExp(`^${base.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?!graphql\\b)`);
}
