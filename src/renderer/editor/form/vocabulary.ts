import { useMemo } from 'react';
import { useWorkspace } from '../../app/contract';
import { languageName } from '../../ui/language-name';
import { plain, type Suggestion } from '../../ui/suggestions';

const NONE: readonly string[] = [];

/** A vocabulary of the workspace as suggestions. */
export function useVocabulary(
  name: 'types' | 'heads' | 'lenses' | 'regions' | 'languages',
): Suggestion[] {
  const words = useWorkspace((workspace) => workspace.settings[name]) ?? NONE;
  return useMemo(() => (name === 'languages' ? words.map(language) : plain(words)), [name, words]);
}

function language(tag: string): Suggestion {
  const name = languageName(tag);
  return name ? { value: tag, label: tag, detail: name } : { value: tag };
}

const RIGHT_TO_LEFT = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'ks',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);

/** True for a language that is written from right to left, unless its tag names another script. */
export function isRightToLeft(tag: string): boolean {
  const [language = '', script = ''] = tag.toLowerCase().split('-');
  return script.length === 4 ? /^(arab|hebr|syrc|thaa)$/.test(script) : RIGHT_TO_LEFT.has(language);
}

/** The outlets of the registry as suggestions. */
export function useOutlets(): Suggestion[] {
  const outlets = useWorkspace((workspace) => workspace.outlets);
  return useMemo(
    () =>
      outlets.map(({ name, region, lang }) => {
        const detail = [region, lang].filter(Boolean).join(', ');
        return detail ? { value: name, detail } : { value: name };
      }),
    [outlets],
  );
}
