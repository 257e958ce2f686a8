import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The hub serves what is built here; while developing, a hub that runs elsewhere is asked through the proxy. */
const hub = 'http://127.0.0.1:4000';

// Vite asks for a default export.
export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['@mash/source', 'module', 'browser', 'development|production'] },
  css: { preprocessorOptions: { scss: { loadPaths: ['../../node_modules'], quietDeps: true, style: 'compressed' } } },
  // Sass has made the styles small already; the minifier refuses a media query that old browsers need.
  build: { cssMinify: false, outDir: 'dist', emptyOutDir: true, target: 'es2022', sourcemap: false, assetsInlineLimit: 0, chunkSizeWarningLimit: 1_500 },
  server: { proxy: { '/graphql': { target: hub, ws: true }, '/audit': hub, '/auth': hub } },
});
