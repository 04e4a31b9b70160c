const remedies: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program uses this port; set PORT to another port, or to 0 for any free port',
  EACCES: 'this user is not allowed to use this port; set PORT to 1024 or higher',
  EADDRNOTAVAIL: 'set HOST to an address of this machine such as 127.0.0.1, or to 0.0.0.0 for all of them',
  ENOTFOUND: 'set HOST to a name or address of this machine',
};

/** @returns what to change if the gateway can't listen at HOST and PORT; null for any other error. */
export const listenRemedy = (error: Error): string | null =>
  'code' in error && typeof error.code === 'string' ? (remedies[error.code] ?? null) : null;
