import { onFirstUse } from '../../core/text/on-first-use';

const names = onFirstUse(
  () => new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }),
);

/** The English name of a language tag; undefined where it has none. */
export function languageName(tag: string): string | undefined {
  try {
    return names().of(tag);
  } catch {
    // Not a tag at all.
    return undefined;
  }
}
