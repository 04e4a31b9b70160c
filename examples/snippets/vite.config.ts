import { defineConfig } from 'vite';

// An object, not a text: with a text, Vite sends the gateway's name as `Host`, and the gateway takes the page for a foreign one.
const gateway = { target: process.env.GATEWAY_URL ?? 'http://127.0.0.1:4000' };

export default defineConfig({
  server: { proxy: { '/graphql': gateway, '/assets': gateway, '/uploads': gateway } },
  // The default, `assets`, is a path of the gateway.
  build: { assetsDir: 'static' },
});
