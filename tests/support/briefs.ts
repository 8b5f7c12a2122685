import { readFileSync } from 'node:fs';
import { print } from '../../src/core/format/print';
import { briefParts, damage } from './arbitrary';
import fc from 'fast-check';

/** The published brief on which everything is judged, byte for byte. */
export const seed = readFileSync(
  new URL(
    '../../resources/sample-workspace/briefs/putin-zelensky-talks-rebuff.md',
    import.meta.url,
  ),
  'utf8',
);

/** A well-formed brief's text. */
export const anyBrief = briefParts.map(print);

/** A brief's text after up to four accidents, the published one among them. */
export const damagedBrief = fc
  .tuple(fc.oneof(anyBrief, fc.constant(seed)), fc.array(damage, { maxLength: 4 }))
  .map(([text, accidents]) => accidents.reduce((whole, accident) => accident(whole), text));
