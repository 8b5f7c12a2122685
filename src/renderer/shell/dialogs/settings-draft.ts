import type { Level, RuleId } from '../../../core/check/finding';
import { faultOfPattern } from '../../../core/export/path';
import { isSlug } from '../../../core/format/slug';
import { readWebAddress } from '../../../core/workspace/address';
import type { Settings } from '../../../core/workspace/workspace';
import { anyFaultIn, type TargetDraft, targetDraftOf, targetOf } from './target-draft';

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
  readonly target: TargetDraft;
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
    target: targetDraftOf(settings.balance),
  };
}

/** The settings with what the form changed; a key that was not there and stays empty stays away. */
export function settingsOf(draft: SettingsDraft, before: Settings): Settings {
  const { exportPath: _path, balance: _balance, ...rest } = before;
  const lists = VOCABULARIES.flatMap((name) => {
    const words = draft.vocabularies[name];
    return words.length > 0 || before[name] ? [[name, words]] : [];
  });
  const path = draft.exportPath.trim();
  const balance = targetOf(draft.target, before.balance);
  return {
    ...rest,
    site: draft.site.trim().replace(/\/+$/, ''),
    prefix: draft.prefix.trim(),
    ...Object.fromEntries(lists),
    ...(Object.keys(draft.rules).length > 0 || before.rules ? { rules: draft.rules } : {}),
    ...(path ? { exportPath: path } : {}),
    ...(balance ? { balance } : {}),
  };
}

export interface SettingsFaults {
  readonly site: string | null;
  readonly prefix: string | null;
  readonly exportPath: string | null;
  /** True where a number of the target is none. */
  readonly target: boolean;
}

export function faultsOf(draft: SettingsDraft): SettingsFaults {
  const pattern = draft.exportPath.trim() && faultOfPattern(draft.exportPath.trim());
  return {
    site: siteFault(draft.site.trim()),
    prefix: isSlug(draft.prefix.trim())
      ? null
      : 'Use small letters a to z and digits: it is the first part of every address, as in /ko/n/slug.',
    exportPath: pattern ? `The export path ${pattern}.` : null,
    target: anyFaultIn(draft.target),
  };
}

export const anyFault = ({ site, prefix, exportPath, target }: SettingsFaults): boolean =>
  target || (site ?? prefix ?? exportPath) !== null;

/** True for settings that say the same, in whichever order. */
export function sameSettings(a: Settings, b: Settings): boolean {
  const sorted = (settings: Settings) =>
    JSON.stringify(Object.entries(settings).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  return sorted(a) === sorted(b);
}

const siteFault = (site: string): string | null => {
  const address = readWebAddress(site);
  if (!address) return 'Give the site’s full address, such as https://example.org.';
  return /[?#]/.test(site) ? 'Leave out what follows ? or #.' : null;
};
