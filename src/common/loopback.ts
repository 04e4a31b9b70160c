/** The names of this machine that no other name server can assign, as in a `Host` header: IPv6 in brackets, no port. */
export const loopbackNames = ['localhost', '127.0.0.1', '[::1]'] as const;

/** @returns whether a host name or IP address is `localhost` with or without a dot, in 127.0.0.0/8, or `::1` with or without brackets. */
export const isLoopback = (host: string): boolean =>
  /^(localhost\.?|127(\.\d{1,3}){3}|::1|\[::1\])$/i.test(host);
