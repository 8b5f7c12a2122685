import { languageName } from '../../ui/language-name';

export { counted } from '../graph/words';

/** What `9 takes, 6 voices` means. */
export const VOICE =
  'A voice is a take, or several that share one source or the same words: they say one thing, ' +
  'however many outlets print it.';

/** A language tag with its name, where it has one. */
export function languageWords(tag: string): string {
  const name = languageName(tag);
  return name === undefined ? tag : `${name} (${tag})`;
}

/** A search for what a filter names; the name goes between quotation marks. */
export const filterTerm = (filter: 'lens' | 'outlet', name: string): string =>
  `${filter}:"${name.replaceAll('"', ' ').trim()}"`;
