import { connectRedis } from '../../writes/store/redisConnection.ts';

const timeoutMs = 3_000;

/** @returns the version of a Redis, such as `7.0.15`; null if it does not tell, or can't be reached. */
export async function redisVersion(url: string): Promise<string | null> {
  const connection = connectRedis(url, 'doctor', { failed: () => {}, connected: () => {} });
  const timer = setTimeout(() => connection.end(), timeoutMs);
  try {
    const info = await connection.run((client) => client.sendCommand(['INFO', 'server']));
    return /^redis_version:([\w.-]+)/m.exec(String(info))?.[1] ?? null;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
    connection.end();
  }
}
