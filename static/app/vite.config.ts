import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * One build for all pages. Paths are relative, as Forge asks of a resource directory. Atlaskit asks a remote service which
 * of its experiments are on; an app without egress cannot, so that client is replaced by its own defaults.
 */
export default defineConfig({
  root: here('.'),
  base: './',
  plugins: [react()],
  resolve: {
    alias: [
      { find: /^@atlaskit\/feature-gate-js-client(\/.*)?$/, replacement: here('./src/platform/feature-gates.ts') },
    ],
    dedupe: ['@atlaskit/tokens', '@atlaskit/platform-feature-flags'],
  },
  define: { 'process.env.NODE_ENV': JSON.stringify('production'), 'process.env': '{}' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
});
