import { describe, expect, test } from 'vitest';
import { decodeInfo } from '../../src/beeper/identify.ts';

describe('The app in /v1/info', () => {
  test('has a name and a version', () => {
    expect(decodeInfo({ app: { name: 'Beeper', version: '4.3.73', bundle_id: 'x' }, platform: {} })).toEqual({
      name: 'Beeper',
      version: '4.3.73',
    });
  });

  test('has nulls if the body can’t be read', () => {
    const bodies = [null, undefined, '', 'text', [], {}, { app: null }, { app: 'Beeper' }, { app: {} }];
    for (const body of [...bodies, { app: { name: '', version: 4 } }]) {
      expect(decodeInfo(body)).toEqual({ name: null, version: null });
    }
  });
});
