import { describe, expect, test } from 'vitest';
import { decodeInfo } from '../../src/beeper/serverInfo.ts';

describe('What a server says of itself', () => {
  test('is its name and version', () => {
    expect(decodeInfo({ app: { name: 'Beeper', version: '4.3.73', bundle_id: 'x' }, platform: {} })).toEqual({
      name: 'Beeper',
      version: '4.3.73',
    });
  });

  test('is nothing where it can’t be read', () => {
    const bodies = [null, undefined, '', 'text', [], {}, { app: null }, { app: 'Beeper' }, { app: {} }];
    for (const body of [...bodies, { app: { name: '', version: 4 } }]) {
      expect(decodeInfo(body)).toEqual({ name: null, version: null });
    }
  });
});
