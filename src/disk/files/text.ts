import { isAscii, isUtf8, transcode } from 'node:buffer';
import { hash } from 'node:crypto';
import type { BriefText } from '../../bridge/types';
import { refuse } from './problem';

/** The most bytes that are opened as a brief; a brief may be 1 MB, so this leaves room for odd ones. */
export const MOST_BYTES = 32 * 1024 * 1024;

export function hashOf(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}

/**
 * A file's bytes as the editor holds them.
 * @throws ProblemError `not-utf8` with the place of the first bad byte, `too-large`
 */
export function decode(bytes: Uint8Array, what: string): BriefText {
  return { ...decodeText(bytes, what), hash: hashOf(bytes) };
}

/** The same, for one who does not go by the hash. */
export function decodeText(bytes: Uint8Array, what: string): Omit<BriefText, 'hash'> {
  if (bytes.length > MOST_BYTES) {
    refuse('too-large', `${what} is larger than 32 MB. Split it, or mend it in another program.`);
  }
  if (!isUtf8(bytes)) {
    const at = firstBadByte(bytes) + 1;
    refuse(
      'not-utf8',
      `${what} is not UTF-8 text (byte ${at}). Save it as UTF-8 in the program it came from.`,
    );
  }
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const whole = textOf(bytes);
  const raw = bom ? whole.slice(1) : whole;
  const eol = lineBreaksOf(raw);
  const text = eol === 'crlf' ? raw.replaceAll('\r\n', '\n') : raw;
  return { text, eol, bom };
}

/** The text of bytes that are UTF-8; by way of UTF-16, which takes half the time of one step. */
function textOf(bytes: Uint8Array): string {
  const { buffer, byteOffset, length } = bytes;
  return isAscii(bytes)
    ? Buffer.from(buffer, byteOffset, length).toString('latin1')
    : transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
}

/**
 * The bytes of a text, the inverse of `decode`.
 * @throws ProblemError `not-valid` where the text holds half a surrogate pair, which UTF-8 can't
 */
export function encode(text: Pick<BriefText, 'text' | 'eol' | 'bom'>, what: string): Buffer {
  const half = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.exec(
    text.text,
  );
  if (half) {
    refuse(
      'not-valid',
      `${what} can’t be written: character ${half.index + 1} is half a character. Delete it and save again.`,
    );
  }
  const raw = text.eol === 'crlf' ? text.text.replace(/\r\n?|\n/g, '\r\n') : text.text;
  return Buffer.from(text.bom ? `\ufeff${raw}` : raw, 'utf8');
}

function lineBreaksOf(text: string): BriefText['eol'] {
  if (!text.includes('\r')) return 'lf';
  const onlyPairs = !/\r(?!\n)|(?<!\r)\n/.test(text);
  return onlyPairs ? 'crlf' : 'mixed';
}

/** Offset of the first byte that starts no whole UTF-8 character. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  while (good < bytes.length) {
    const length = lengthOf(bytes[good] ?? 0);
    const end = good + length;
    if (length === 0 || end > bytes.length || !isUtf8(bytes.subarray(good, end))) return good;
    good = end;
  }
  return good;
}

function lengthOf(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}
