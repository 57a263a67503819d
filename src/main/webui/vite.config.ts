import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin, PreviewServer, ViteDevServer } from 'vite';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where the service runs in development. */
const service = process.env['SERVICE_URL'] ?? 'http://localhost:8080';

/** What the service answers at `/console/config.json`; Vite's own server has to say it itself. */
function consoleConfig(): Plugin {
  const config = {
    issuer: `${service}/dev-idp`,
    clientId: 'aegisx-console',
    scope: 'openid profile email',
    baseDomain: 'localhost',
  };
  const answer = ({ middlewares }: ViteDevServer | PreviewServer) => {
    middlewares.use('/console/config.json', (_request, response) => {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(config));
    });
  };
  return { name: 'console-config', configureServer: answer, configurePreviewServer: answer };
}

export default defineConfig({
  base: '/console/',
  plugins: [react(), consoleConfig()],
  resolve: {
    // Whoever uses the package in this workspace uses its sources. The longer name has to come first.
    alias: {
      '@aegisx/tenancy-client/react': at('./client/src/react/index.ts'),
      '@aegisx/tenancy-client': at('./client/src/index.ts'),
    },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    // The console and the API share an origin, as they do when the service serves both.
    proxy: { '^/(?!console/)': { target: service, changeOrigin: true } },
  },
  // Inlined assets are data: addresses, which the console's content security policy refuses for fonts.
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // Browsers keep the libraries when only the console changes. What a lazy part alone needs comes with it.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'vendor', test: /node_modules/, tags: ['$initial'] }] } } },
    chunkSizeWarningLimit: 800,
  },
  test: {
    environment: 'happy-dom',
    include: ['{src,client}/**/*.test.{ts,tsx}'],
    // PatternFly's modules import one another without file extensions, which Node itself cannot follow.
    server: { deps: { inline: [/@patternfly/] } },
  },
});
