import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../src/disk/files/problem';
import { decode, encode } from '../../../src/disk/files/text';

const piece = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('\n', '\r\n', '\r', '\ufeff', '\0', ' — ', '한', '🙂'),
);
const anyText = fc.array(piece).map((pieces) => pieces.join(''));

describe('a brief as text', () => {
  it('encodes back to the bytes it came from', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, bom) => {
        const bytes = Buffer.from((bom ? '\ufeff' : '') + text, 'utf8');
        expect(encode(decode(bytes, 'a.md'), 'a.md')).toEqual(bytes);
      }),
    );
  });

  it('encodes back whatever valid UTF-8 it is given', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (raw) => {
        const bytes = Buffer.from(raw);
        try {
          expect(encode(decode(bytes, 'a.md'), 'a.md')).toEqual(bytes);
        } catch (error) {
          if (!(error instanceof ProblemError)) throw error;
          expect(error.problem.code).toBe('not-utf8');
          expect(Buffer.from(bytes.toString('utf8'), 'utf8')).not.toEqual(bytes);
        }
      }),
    );
  });

  it.each([
    ['a\nb', 'lf', 'a\nb'],
    ['ab', 'lf', 'ab'],
    ['a\r\nb\r\n', 'crlf', 'a\nb\n'],
    ['a\r\nb\nc', 'mixed', 'a\r\nb\nc'],
    ['a\rb', 'mixed', 'a\rb'],
    ['a\r\nb\r', 'mixed', 'a\r\nb\r'],
  ] as const)('takes %j for %s', (raw, eol, text) => {
    expect(decode(Buffer.from(raw), 'a.md')).toMatchObject({ eol, text, bom: false });
  });

  it('takes one byte-order mark off and leaves a second', () => {
    expect(decode(Buffer.from('\ufeff\ufeffa'), 'a.md')).toMatchObject({
      bom: true,
      text: '\ufeffa',
    });
  });

  it.each([
    [[0x61, 0xff], 2],
    [[0x61, 0x62, 0xe2, 0x80], 3],
    [[0xc3, 0xa9, 0xed, 0xa0, 0x80], 3],
    [[0xf0, 0x9f, 0x99, 0x82, 0xc0], 5],
  ])('names the first bad byte of %j', (bytes, at) => {
    expect(() => decode(Buffer.from(bytes), 'a.md')).toThrow(`a.md is not UTF-8 text (byte ${at})`);
  });

  it('refuses half a character instead of writing another', () => {
    const text = { text: 'a\ud83d', eol: 'lf', bom: false } as const;
    expect(() => encode(text, 'a.md')).toThrow('character 2 is half a character');
  });

  it('writes new lines of a CRLF file as CRLF', () => {
    const text = { text: 'a\nb\r\nc', eol: 'crlf', bom: true } as const;
    expect(encode(text, 'a.md').toString()).toBe('\ufeffa\r\nb\r\nc');
  });
});
