import { faultOfDomains, printList, readDomains } from '../../../core/registry/fields';
import type { Outlet, Settings } from '../../../core/workspace/workspace';
import { openDialog } from '../../app/dialogs';
import { plain } from '../../ui/suggestions';
import { type Column, type Editing, withMember } from './columns';
import { Chips } from './entity-columns';
import { usedColumn } from './used-column';
import type { Uses } from './use-uses';

/** The columns of the outlets' table. */
export function outletColumns(
  outlets: readonly Outlet[],
  uses: Uses,
  settings: Settings,
): Column<Outlet>[] {
  const { regions = [], languages = [], lenses = [] } = settings;
  const isUsed = ({ name }: Outlet) => uses === null || (uses[name] ?? 0) > 0;
  return [
    {
      id: 'name',
      title: 'Name',
      width: 'minmax(110px, 1.4fr)',
      text: ({ name }) => name,
      show: ({ name }) => <span className="rg-text rg-name">{name}</span>,
      edit: {
        placeholder: 'CNN',
        fault: (text, outlet) => faultOfName(text, outlet, outlets),
        set: (outlet, name) => ({ ...outlet, name }),
        // Takes name it: all files change together, by a plan.
        instead: (outlet) => {
          if (isUsed(outlet)) openDialog({ kind: 'rename', what: 'outlet', id: outlet.name });
          return isUsed(outlet);
        },
      },
    },
    {
      id: 'domains',
      title: 'Domains',
      width: 'minmax(110px, 1.5fr)',
      text: ({ domains = [] }) => printList(domains),
      show: ({ domains = [] }) => <Chips values={domains} />,
      edit: {
        placeholder: 'cnn.com; edition.cnn.com',
        fault: (text) => faultOfDomains(readDomains(text)),
        set: (outlet, text) => withMember<Outlet, 'domains'>(outlet, 'domains', readDomains(text)),
      },
    },
    {
      id: 'region',
      title: 'Region',
      width: 'minmax(80px, 1fr)',
      text: ({ region = '' }) => region,
      edit: ofVocabulary(regions, 'region'),
    },
    {
      id: 'lang',
      title: 'Language',
      width: 'minmax(70px, 0.6fr)',
      text: ({ lang = '' }) => lang,
      edit: ofVocabulary(languages, 'lang'),
    },
    {
      id: 'lens',
      title: 'Lens',
      width: 'minmax(90px, 1.2fr)',
      text: ({ lens = '' }) => lens,
      edit: ofVocabulary(lenses, 'lens'),
    },
    usedColumn('outlet', uses, ({ name }) => name),
  ];
}

/** A word of a vocabulary; one that is empty is not checked. */
function ofVocabulary(words: readonly string[], key: 'region' | 'lang' | 'lens'): Editing<Outlet> {
  return {
    suggestions: plain(words),
    fault: (text) =>
      text === '' || words.length === 0 || words.includes(text)
        ? null
        : `“${text}” is not in the vocabulary. Choose one of it, or add it in the settings.`,
    set: (outlet, text) => withMember<Outlet, typeof key>(outlet, key, text),
  };
}

function faultOfName(name: string, own: Outlet | null, outlets: readonly Outlet[]): string | null {
  if (name === '') return 'An outlet needs a name.';
  const other = outlets.some((outlet) => outlet.name === name && outlet.name !== own?.name);
  return other ? `${name} is registered already.` : null;
}
