import { expect, test } from 'vitest';
import { toServedURL } from '../../src/files/sources.ts';

test.each([
  ['mxc://beeper.com/abc', 'mxc://beeper.com/abc'],
  ['localmxc://local-whatsapp/abc', 'localmxc://local-whatsapp/abc'],
  [
    'mxc://local.beeper.com/abc?encryptedFileInfoJSON=%7B%22key%22%3A%22..%2F%22%7D',
    'mxc://local.beeper.com/abc?encryptedFileInfoJSON=%7B%22key%22%3A%22..%2F%22%7D',
  ],
  ['file:///Users/me/Library/Beeper/a.png', 'file:///Users/me/Library/Beeper/a.png'],
  ['file://localhost/Users/me/a.png', 'file://localhost/Users/me/a.png'],
  ['file:///C:/Users/me/a.png', 'file:///C:/Users/me/a.png'],
  ['file:///Users/me/a%20b.png', 'file:///Users/me/a%20b.png'],
  ['/Users/me/a.png', 'file:///Users/me/a.png'],
  ['/Users/me/100% #1?.png', 'file:///Users/me/100%25%20%231%3F.png'],
  ['/Users/me/Übersicht.png', 'file:///Users/me/%C3%9Cbersicht.png'],
  ['C:\\Users\\me\\a b.png', 'file:///C:/Users/me/a%20b.png'],
  ['d:/media/a.png', 'file:///d:/media/a.png'],
  ['http://localhost:23373/v1/assets/serve?url=mxc%3A%2F%2Fbeeper.com%2Fabc', 'mxc://beeper.com/abc'],
  ['http://[::1]:23373/v1/assets/serve?url=file%3A%2F%2F%2FUsers%2Fme%2Fa.png', 'file:///Users/me/a.png'],
])('%j is a file that Beeper serves as %j', (source, url) => {
  expect(toServedURL(source)).toBe(url);
});

test.each([
  // On the web, or in the answer itself.
  'https://media.example/a.png',
  'http://169.254.169.254/latest/meta-data/',
  'data:image/png;base64,AAAA',
  // Beeper's other routes, and its own route with an address that it must not be asked for.
  'http://localhost:23373/v1/info',
  'http://localhost:23373/v1/assets/serve?url=https%3A%2F%2Fevil.example%2F',
  'http://localhost:23373/v1/assets/serve?url=file%3A%2F%2Fevil.example%2Fshare%2Fa',
  'http://localhost:23373/v1/assets/serve',
  'https://evil.example/v1/assets/serve?url=mxc%3A%2F%2Fbeeper.com%2Fabc',
  // Other computers: Windows would log in there.
  'file://evil.example/share/a.png',
  'file://///evil.example/share/a.png',
  'file:////evil.example/share/a.png',
  'file:///\\evil.example\\share\\a.png',
  'file:\\\\evil.example\\a.png',
  '//evil.example/share/a.png',
  '\\\\evil.example\\share\\a.png',
  '/\\evil.example/a.png',
  // A way out of a folder.
  'file:///Users/me/Library/Beeper/../../.ssh/id_rsa',
  'file:///Users/me/%2e%2e/.ssh/id_rsa',
  'file:///Users/me/.%2E/a',
  'file:///Users/me%2f..%2fa',
  'file:///Users/me/..%5ca',
  'file:///Users/me/a%00.png',
  'C:\\Users\\me\\..\\a.png',
  '/Users/me/../a.png',
  'mxc://beeper.com/../a',
  'mxc://../a',
  'localmxc://local-whatsapp/%2e%2e/a',
  // Nothing that is a file.
  '',
  'a.png',
  'file:',
  'file:a.png',
  'mxc:beeper.com/abc',
  'javascript:alert(1)',
  'ftp://files.example/a.png',
  'asset://a',
  'mxc://beeper.com/a\r\nx: y',
  '/Users/me/\ud800.png',
  'file:///Users/me/a\u0000.png',
  `mxc://beeper.com/${'a'.repeat(4_096)}`,
])('Beeper is not asked for %j', (source) => {
  expect(toServedURL(source)).toBeNull();
});
