import '@atlaskit/css-reset';
import './site.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { applyColorMode } from './state/color-mode';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no place for the site.');

const queries = new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 2_000 } } });

void applyColorMode().then(() =>
  createRoot(root).render(
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>,
  ),
);
