import { expect } from 'vitest';
import { ConfigError } from '../../src/config/checks.ts';
import { loadConfig } from '../../src/config/settings.ts';

export type Env = Record<string, string | undefined>;

/** @returns the issues with `env`, one per line, without the headline. */
export function issuesOf(env: Env): string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const [headline, ...issues] = error.message.split('\n');
    expect(headline).toBe('The configuration is not valid:');
    return issues.map((issue) => issue.trim());
  }
  return [];
}

export const TOKEN = 'c4n4ry-token-0451';
export const HASH = '0123456789abcdef'.repeat(4);
export const SECRET = 'c4n4ry/Secret+0451c4n4ry/Secret+0451c4n4ry0=';
