import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type ProxyOptions } from 'vite';

/** Where the gateway is. The page asks its own origin, and Vite passes on what belongs to the gateway. */
const { GATEWAY_URL = 'http://127.0.0.1:4000' } = process.env;

/** `Host` stays as the browser sends it: the gateway sees one origin, and makes addresses of files with it. */
const toGateway: ProxyOptions = {
  target: GATEWAY_URL,
  changeOrigin: false,
  configure(proxy) {
    // Without it, the stream of events stays open for the page when the gateway is gone.
    proxy.on('proxyRes', (answer, _, response) => {
      answer.on('close', () => answer.complete || response.destroy());
    });
  },
};
const proxy = { '/graphql': toGateway, '/assets': toGateway, '/uploads': toGateway };

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  server: { host: '127.0.0.1', port: 5173, proxy },
  preview: { host: '127.0.0.1', port: 5173, proxy },
  // `/assets` is the gateway's.
  build: { assetsDir: 'static' },
});
