import type { Settings } from '../workspace/workspace';

/** Where export writes, unless the workspace says otherwise. */
export const DEFAULT_EXPORT_PATH = '{prefix}/n/{slug}.md';

/** What is wrong with an export path pattern, as a clause; null where it is fine. */
export function faultOfPattern(pattern: string): string | null {
  if (!pattern.includes('{slug}')) return 'must hold {slug}, so that each brief has its own file';
  const unknown = /\{(?!slug\}|prefix\})[^}]*\}?|(?<!\{slug|\{prefix)\}/.exec(pattern);
  if (unknown) return `must hold no other braces than {slug} and {prefix}, not ${unknown[0]}`;
  if (/^[/\\]|^[A-Za-z]:/.test(pattern)) return 'must be relative to the export folder';
  // Names that some file system refuses or reads as something else.
  if (/[\\:*?"<>|]|\p{Cc}/u.test(pattern))
    return 'must hold no \\ : * ? " < > | and no control character';
  const parts = pattern.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..' || /[. ]$/.test(part))) {
    return 'must not lead out of the export folder or hold an empty part';
  }
  return null;
}

/**
 * The path of a brief's exported file, relative to the export folder, with `/` between its parts.
 * A pattern that has a fault gives way to the default.
 */
export function exportPathOf(
  slug: string,
  settings: Pick<Settings, 'prefix' | 'exportPath'>,
): string {
  const pattern = settings.exportPath ?? DEFAULT_EXPORT_PATH;
  return (faultOfPattern(pattern) === null ? pattern : DEFAULT_EXPORT_PATH)
    .replaceAll('{prefix}', settings.prefix)
    .replaceAll('{slug}', slug);
}
