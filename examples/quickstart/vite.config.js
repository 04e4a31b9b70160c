// Without `changeOrigin`, which the form `'/graphql': 'http://…'` turns on: the gateway compares `Origin` with `Host`.
const gateway = { target: process.env.GATEWAY_URL ?? 'http://127.0.0.1:4000' };

export default {
  server: { proxy: { '/graphql': gateway, '/assets': gateway, '/uploads': gateway } },
};
