import { create, parse } from 'content-disposition';
import { describe, expect, test } from 'vitest';
import { kindOf, unknownKind } from '../../src/files/contentType.ts';
import { cleanFileName, contentDisposition, fileNameFor } from '../../src/files/fileName.ts';
import { answers, parseContentRange, parseRange, partOf } from '../../src/files/ranges.ts';

const jpeg = await kindOf(Buffer.from('ffd8ffe000104a464946000101', 'hex'));

test.each([
  ['holiday.jpg', 'holiday.jpg'],
  ['Größe – 写真.jpg', 'Größe – 写真.jpg'],
  ['../../../etc/passwd', 'passwd'],
  ['..\\..\\Windows\\System32\\calc.exe', 'calc.exe'],
  ['C:evil.exe', 'evil.exe'],
  ['C:\\evil.exe', 'evil.exe'],
  ['folder/', 'folder'],
  ['file.txt:stream', 'file.txt_stream'],
  ['invoice_\u202egpj.exe', 'invoice_gpj.exe'],
  ['a\u2066b\u2069c\u200bd\u200de\ufefff.png', 'abcdef.png'],
  ['two\r\nlines\u0000\u0085\u2028.png', 'twolines.png'],
  ['half \ud83d of a pair.png', 'half  of a pair.png'],
  ['...hidden', 'hidden'],
  ['name.exe . . ', 'name.exe'],
  ['CON', '_CON'],
  ['nul.txt', '_nul.txt'],
  ['com1.tar.gz', '_com1.tar.gz'],
  ['console.log', 'console.log'],
  ['a<b>"c|d?e*.png', 'a_b__c_d_e_.png'],
  ['', null],
  [' .. ', null],
  ['../..', null],
  ['\u200b', null],
])('the name %j is cleaned to %j', (name, cleaned) => {
  expect(cleanFileName(name)).toBe(cleaned);
});

describe('a long name', () => {
  test.each([
    ['x'.repeat(300), 200],
    [`${'x'.repeat(300)}.png`, 200],
    [`${'写'.repeat(100)}.png`, 199],
    [`${'😀'.repeat(100)}.png`, 200],
  ])('is cut to 200 bytes between characters, and keeps its extension', (name, bytes) => {
    const cleaned = cleanFileName(name) ?? '';

    expect(Buffer.byteLength(cleaned)).toBe(bytes);
    expect(cleaned.isWellFormed()).toBe(true);
    expect(cleaned).not.toContain('\ufffd');
    expect(cleaned.endsWith('.png')).toBe(name.endsWith('.png'));
  });

  test('does not keep what is no extension', () => {
    expect(Buffer.byteLength(cleanFileName(`a.${'x'.repeat(300)}`) ?? '')).toBe(200);
  });

  test('gets the extension of its kind within 200 bytes', () => {
    const name = fileNameFor(`${'x'.repeat(300)}.html`, jpeg);
    expect(name.length).toBeLessThanOrEqual(200);
    expect(name.endsWith('x.jpg')).toBe(true);
  });
});

test.each([
  ['photo.jpg', 'photo.jpg'],
  ['photo.JPEG', 'photo.JPEG'],
  ['photo', 'photo.jpg'],
  ['photo.html', 'photo.html.jpg'],
  ['jpg', 'jpg.jpg'],
  [null, 'picture.jpg'],
])('a JPEG with the name %j is saved as %j', (name, saved) => {
  expect(fileNameFor(name, jpeg)).toBe(saved);
});

test.each([
  'plain.jpg',
  'with space.jpg',
  'Größe.jpg',
  '写真 😀.jpg',
  '100%41.jpg',
  "it's (1); filename=x.jpg",
  'say "cheese"; filename=page.html.jpg',
  'half \ud83d.jpg',
  'two\r\nset-cookie: a=b.jpg',
])('the header for %j is read as the same name', (name) => {
  const header = contentDisposition(name, jpeg);

  expect(header).toMatch(/^inline; filename[*=]/);
  expect(header).toMatch(/^[\x20-\x7e]+$/);
  expect(parse(header).parameters.filename).toBe(cleanFileName(name));
  expect(create('x')).toMatch(/^attachment/);
});

describe('kinds', () => {
  test.each([
    ['II*\0', 'a TIFF whose tags are far behind', 'image/tiff'],
    ['MM\0*', 'the same in the other byte order', 'image/tiff'],
  ])('%j begins %s', async (magic, _, contentType) => {
    const head = Buffer.alloc(4_100, 1);
    head.write(magic, 'latin1');
    expect(await kindOf(head)).toMatchObject({ contentType, isInline: false });
  });

  test.each([
    'BMW: 3 offers that you can not refuse, one of which is red',
    'II is a text',
    '',
    'x',
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
    '\ufeff<html>',
    '%PDF-1.7',
    'PK\u0003\u0004',
    '%!PS',
    '#!/bin/sh',
  ])('%j is a file to save', async (text) => {
    expect(await kindOf(Buffer.from(text))).toEqual(unknownKind);
  });

  test('a BMP is shown', async () => {
    const head = Buffer.alloc(60);
    head.write('BM');
    head[14] = 40;
    expect(await kindOf(head)).toMatchObject({ contentType: 'image/bmp', isInline: true });
  });

  test.each([
    ['M4A ', 'audio/mp4'],
    ['M4V ', 'video/mp4'],
    ['isom', 'video/mp4'],
    ['qt  ', 'video/quicktime'],
    ['avif', 'image/avif'],
    ['heic', 'image/heic'],
    ['3gp5', 'video/3gpp'],
  ])('a file of the brand %j is %s', async (brand, contentType) => {
    const head = Buffer.alloc(64);
    head.write(`\0\0\0\u0020ftyp${brand}\0\0\0\0`, 'latin1');
    expect((await kindOf(head)).contentType).toBe(contentType);
  });

  test('random bytes never throw', async () => {
    let seed = 7;
    const next = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return seed >> 8;
    };
    const starts = [
      '\x89PNG\r\n\x1a\n',
      'OggS',
      'ID3',
      'RIFF',
      '\x1aE\xdf\xa3',
      'PK\x03\x04',
      'II*\0',
      '\xff\xfb',
      '',
    ];
    for (let n = 0; n < 900; n++) {
      const head = Buffer.from(Array.from({ length: 200 }, () => next() & 255));
      head.write(starts[n % starts.length] ?? '', 'latin1');
      await expect(kindOf(head)).resolves.toMatchObject({ noun: expect.any(String) });
    }
  });
});

describe('ranges', () => {
  test.each([
    ['bytes=0-0', 10, [0, 0]],
    ['bytes=0-', 10, [0, 9]],
    ['bytes=5-100', 10, [5, 9]],
    ['bytes=-3', 10, [7, 9]],
    ['bytes=-30', 10, [0, 9]],
    ['bytes=10-', 10, null],
    ['bytes=-0', 10, null],
    ['bytes=0-', 0, null],
    ['bytes=-5', 0, null],
  ] as const)('%s of %i bytes is %j', (header, total, expected) => {
    const range = parseRange(header);
    const part = range && partOf(range, total);
    expect(part && [part.first, part.last]).toEqual(expected);
  });

  test.each([
    'bytes=0-9007199254740993',
    'bytes=9007199254740993-',
    'bytes=1-2,3-4',
    'bytes=--1',
    'bytes=1.5-2',
    null,
  ])('%j is none', (header) => {
    expect(parseRange(header)).toBeNull();
  });

  test.each([
    'bytes 5-4/10',
    'bytes 0-10/10',
    'bytes */10',
    'items 0-1/10',
    'bytes 0-1',
    'bytes 0-1/9007199254740993',
    '',
  ])('the Content-Range %j is not valid', (header) => {
    expect(parseContentRange(header)).toBeNull();
  });

  test.each([
    ['bytes=0-9', 'bytes 0-9/100', true],
    ['bytes=0-9', 'bytes 0-4/100', true],
    ['bytes=0-9', 'bytes 0-9/*', true],
    ['bytes=0-9', 'bytes 1-9/100', false],
    ['bytes=0-9', 'bytes 0-10/100', false],
    ['bytes=90-200', 'bytes 90-99/100', true],
    ['bytes=-10', 'bytes 90-99/100', true],
    ['bytes=-10', 'bytes 0-9/100', false],
    ['bytes=-10', 'bytes 50-59/*', true],
    ['bytes=-10', 'bytes 50-69/*', false],
  ])('whether %s is answered by %s: %s', (asked, sent, expected) => {
    const [range, part] = [parseRange(asked), parseContentRange(sent)];
    expect(range && part && answers(range, part)).toBe(expected);
  });
});
