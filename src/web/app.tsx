import type { ComponentType, JSX } from 'preact';
import { lazy, LocationProvider, Route, Router } from 'preact-iso';

import { Frame } from './frame/frame.tsx';
import { Home } from './pages/home/home.tsx';
import { MissingPage } from './parts/missing-page.tsx';
import { UnfetchedPage } from './parts/unfetched-page.tsx';
import { BASE, href } from './routing/base.ts';

const AdminPage = page(async () => (await import('./pages/admin/admin-page.tsx')).AdminPage);
const ComparePage = page(async () => (await import('./pages/compare/compare-page.tsx')).ComparePage);
const PathPage = page(async () => (await import('./pages/path/path-page.tsx')).PathPage);
const PersonPage = page(async () => (await import('./pages/person/person-page.tsx')).PersonPage);
const CareerPage = page(async () => (await import('./pages/career/career-page.tsx')).CareerPage);
const ChartPage = page(async () => (await import('./pages/chart/chart-page.tsx')).ChartPage);
const DatasetPage = page(async () => (await import('./pages/dataset/dataset-page.tsx')).DatasetPage);
const GenrePage = page(async () => (await import('./pages/genre/genre-page.tsx')).GenrePage);
const SearchPage = page(async () => (await import('./pages/search/search-page.tsx')).SearchPage);
const TitlePage = page(async () => (await import('./pages/title/title-page.tsx')).TitlePage);
const YearPage = page(async () => (await import('./pages/year/year-page.tsx')).YearPage);

/** The pages by their paths. Each is a file of its own for browsers, fetched when it is opened. */
export function App(): JSX.Element {
  return (
    <LocationProvider scope={scopeOf(BASE)}>
      <Frame>
        <Router>
          <Route path={href('/')} component={Home} />
          <Route path={href('/search')} component={SearchPage} />
          <Route path={href('/title/:id')} component={TitlePage} />
          <Route path={href('/compare')} component={ComparePage} />
          <Route path={href('/path')} component={PathPage} />
          <Route path={href('/person/:id')} component={PersonPage} />
          <Route path={href('/genre/:genre')} component={GenrePage} />
          <Route path={href('/year/:year')} component={YearPage} />
          <Route path={href('/chart/:kind')} component={ChartPage} />
          <Route path={href('/career/:category')} component={CareerPage} />
          <Route path={href('/dataset')} component={DatasetPage} />
          <Route path={href('/admin')} component={AdminPage} />
          <Route default component={MissingPage} />
        </Router>
      </Frame>
    </LocationProvider>
  );
}

/** A page whose file is fetched when it is opened. The router waits for ever for one that fails. */
function page<Props>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  return lazy<ComponentType<Props>>(() => load().catch(() => UnfetchedPage));
}

/** Paths that are pages of the app: all below the root, but GraphiQL. */
function scopeOf(base: string): RegExp {
  return new RegExp(`^${base.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?!graphql\\b)`);
}
