import type { Level, RuleId } from '../../../core/check/finding';
import { faultOfPattern } from '../../../core/export/path';
import { isSlug } from '../../../core/format/slug';
import { readWebAddress } from '../../../core/workspace/address';
import type { Settings } from '../../../core/workspace/workspace';

export const VOCABULARIES = ['types', 'heads', 'lenses', 'regions', 'languages'] as const;
export type Vocabulary = (typeof VOCABULARIES)[number];

/** Settings with every vocabulary there, for a form. */
export interface SettingsDraft {
  readonly site: string;
  readonly prefix: string;
  /** Empty for the default. */
  readonly exportPath: string;
  readonly vocabularies: Readonly<Record<Vocabulary, readonly string[]>>;
  readonly rules: Readonly<Partial<Record<RuleId, Level>>>;
}

export function draftOf(settings: Settings): SettingsDraft {
  return {
    site: settings.site,
    prefix: settings.prefix,
    exportPath: settings.exportPath ?? '',
    vocabularies: {
      types: settings.types ?? [],
      heads: settings.heads ?? [],
      lenses: settings.lenses ?? [],
      regions: settings.regions ?? [],
      languages: settings.languages ?? [],
    },
    rules: settings.rules ?? {},
  };
}

/** The settings with what the form changed; a key that was not there and stays empty stays away. */
export function settingsOf(draft: SettingsDraft, before: Settings): Settings {
  const { exportPath: _path, ...rest } = before;
  const lists = VOCABULARIES.flatMap((name) => {
    const words = draft.vocabularies[name];
    return words.length > 0 || before[name] ? [[name, words]] : [];
  });
  const path = draft.exportPath.trim();
  return {
    ...rest,
    site: draft.site.trim().replace(/\/+$/, ''),
    prefix: draft.prefix.trim(),
    ...Object.fromEntries(lists),
    ...(Object.keys(draft.rules).length > 0 || before.rules ? { rules: draft.rules } : {}),
    ...(path ? { exportPath: path } : {}),
  };
}

export interface SettingsFaults {
  readonly site: string | null;
  readonly prefix: string | null;
  readonly exportPath: string | null;
}

export function faultsOf(draft: SettingsDraft): SettingsFaults {
  const pattern = draft.exportPath.trim() && faultOfPattern(draft.exportPath.trim());
  return {
    site: siteFault(draft.site.trim()),
    prefix: isSlug(draft.prefix.trim())
      ? null
      : 'Use small letters a to z and digits: it is the first part of every address, as in /ko/n/slug.',
    exportPath: pattern ? `The export path ${pattern}.` : null,
  };
}

export const anyFault = ({ site, prefix, exportPath }: SettingsFaults): boolean =>
  (site ?? prefix ?? exportPath) !== null;

const siteFault = (site: string): string | null => {
  const address = readWebAddress(site);
  if (!address) return 'Give the site’s full address, such as https://example.org.';
  return /[?#]/.test(site) ? 'Leave out what follows ? or #.' : null;
};
