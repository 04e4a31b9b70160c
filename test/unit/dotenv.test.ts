import { expect, test } from 'vitest';
import { ConfigError } from '../../src/config/checks.ts';
import { parseDotenv } from '../../src/config/dotenv.ts';

const parse = (text: string) => parseDotenv(Buffer.from(text));

test('assignments are read as Node reads them', () => {
  const text = [
    '# comment',
    'A=1',
    'export B=2',
    'export  C = three',
    'D="a b" # comment',
    "E='x",
    'F: 2',
    "y'",
    'G=',
    'H="unclosed',
    'I=http://127.0.0.1:1/?a=b',
    '',
  ];
  for (const end of ['\n', '\r\n']) {
    const { values, issues, warnings } = parse(text.join(end));
    expect(values).toMatchObject({
      A: '1',
      B: '2',
      C: 'three',
      D: 'a b',
      E: 'x\nF: 2\ny',
      G: '',
      H: '"unclosed',
      I: 'http://127.0.0.1:1/?a=b',
    });
    expect([...issues, ...warnings]).toEqual([]);
  }
});

test('a line "KEY: value" is told with its number and name, without its value, and costs no other line', () => {
  const { values, issues, warnings } = parse(
    'GRAPHIQL=off\nBEEPER_ACCESS_TOKEN: c4n4ry\nBEEPER_API=split\n  PORT: 5000\nBEEPER_URL:http://x/?c4n4ry=1\nHOST=::1\n',
  );
  expect(values).toEqual({ GRAPHIQL: 'off', BEEPER_API: 'split', HOST: '::1' });
  expect(issues).toEqual([
    '.env line 2 is ignored: write BEEPER_ACCESS_TOKEN=value instead of "BEEPER_ACCESS_TOKEN: value".',
    '.env line 5 is ignored: write BEEPER_URL=value instead of "BEEPER_URL: value".',
  ]);
  expect(warnings).toEqual(['.env line 4 is ignored: write PORT=value instead of "PORT: value".']);
});

test('a line of another form is told by its number alone', () => {
  const { values, warnings } = parse('A="1\n2"\nc4n4ry\n=c4n4ry\nB=2\n');
  expect(values).toEqual({ A: '1\n2', B: '2' });
  expect(warnings).toEqual([
    '.env line 3 is ignored: it is not of the form KEY=value.',
    '.env line 4 is ignored: it is not of the form KEY=value.',
  ]);
});

test('a byte order mark is told and costs nothing', () => {
  const { values, warnings } = parse('\ufeffPORT=5000\nHOST=::1\n');
  expect(values).toEqual({ PORT: '5000', HOST: '::1' });
  expect(warnings).toEqual([expect.stringContaining('byte order mark')]);
});

test.each([
  ['with a byte order mark', '\ufeffPORT=5000\r\n'],
  ['without one', 'PORT=5000\r\n'],
])('UTF-16 %s is rejected', (_, text) => {
  expect(() => parseDotenv(Buffer.from(text, 'utf16le'))).toThrow(ConfigError);
  expect(() => parseDotenv(Buffer.from(text, 'utf16le'))).toThrow(/UTF-8/);
});
