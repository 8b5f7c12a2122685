import { difference } from '../text/edit';
import { parseJson } from '../workspace/json';
import { type Drafts, refuse } from './drafts';
import { REDIRECTS } from './files';

/** A record of redirects.json; keys it does not name are kept. */
interface Redirect {
  readonly from: string;
  readonly to: string;
}

/**
 * Lets the redirects follow a renamed brief, and adds its old slug where that is wished: chains are
 * shortened, and a slug that a brief has again leads nowhere else.
 */
export function changeRedirects(drafts: Drafts, slug: string, to: string, add: boolean): void {
  const known = drafts.file(REDIRECTS);
  if (!known && !add) return;
  const draft = known ?? drafts.fileOrNew(REDIRECTS);
  const redirects = read(draft.text);
  const followed = redirects
    .map((redirect) => (redirect.to === slug ? { ...redirect, to } : redirect))
    .filter(({ from }) => from !== to && !(add && from === slug));
  const after = add ? [...followed, { from: slug, to }] : followed;
  if (JSON.stringify(after) === JSON.stringify(redirects)) return;
  const edit = difference(draft.text, print(after));
  if (edit) draft.change([edit], false);
}

/** Takes the redirects out that lead to briefs that are deleted. */
export function dropRedirects(drafts: Drafts, slugs: ReadonlySet<string>): void {
  const draft = drafts.file(REDIRECTS);
  if (!draft) return;
  const redirects = read(draft.text);
  const left = redirects.filter(({ to }) => !slugs.has(to));
  if (left.length === redirects.length) return;
  const edit = difference(draft.text, print(left));
  if (edit) draft.change([edit], true);
}

function read(text: string): Redirect[] {
  const json = text === '' ? { ok: true as const, value: [] } : parseJson(text);
  if (!json.ok || !Array.isArray(json.value) || !json.value.every(isRedirect)) {
    refuse(
      `${REDIRECTS} has a fault: it must be a list of records with “from” and “to”. Mend it in a text editor first.`,
    );
  }
  return json.value;
}

function isRedirect(value: unknown): value is Redirect {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'from' in value &&
    typeof value.from === 'string' &&
    'to' in value &&
    typeof value.to === 'string'
  );
}

/** One record a line, sorted by `from`, so that git merges it. */
function print(redirects: readonly Redirect[]): string {
  if (redirects.length === 0) return '[]\n';
  const lines = redirects
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .map((record) => {
      const members = Object.entries(record).map(
        ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
      );
      return `  {${members.join(', ')}}`;
    });
  return `[\n${lines.join(',\n')}\n]\n`;
}
