import { Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';
import { checkAddress } from './address';
import { openExternal } from './external';

/** The menu of the right mouse button: spelling, links and the clipboard. */
export function addContextMenu(contents: WebContents): void {
  contents.on('context-menu', (_, params) => {
    const groups = [spelling(contents, params), link(params), clipboard(params)];
    const items = groups
      .filter((group) => group.length > 0)
      .flatMap((group, index): MenuItemConstructorOptions[] =>
        index === 0 ? group : [{ type: 'separator' }, ...group],
      );
    if (items.length > 0) Menu.buildFromTemplate(items).popup();
  });
}

function spelling(
  contents: WebContents,
  { misspelledWord, dictionarySuggestions }: Electron.ContextMenuParams,
): MenuItemConstructorOptions[] {
  if (!misspelledWord) return [];
  const none = { label: 'No spelling suggestions', enabled: false };
  const suggestions = dictionarySuggestions.map((word) => ({
    label: word,
    click: () => contents.replaceMisspelling(word),
  }));
  return [
    ...(suggestions.length > 0 ? suggestions : [none]),
    { type: 'separator' },
    {
      label: `Add “${misspelledWord}” to the dictionary`,
      click: () => void contents.session.addWordToSpellCheckerDictionary(misspelledWord),
    },
  ];
}

function link({ linkURL }: Electron.ContextMenuParams): MenuItemConstructorOptions[] {
  if (!checkAddress(linkURL)) return [];
  return [{ label: 'Open link in browser', click: () => void openExternal(linkURL) }];
}

function clipboard({
  isEditable,
  selectionText,
  editFlags,
}: Electron.ContextMenuParams): MenuItemConstructorOptions[] {
  if (!isEditable) return selectionText.trim() ? [{ role: 'copy' }] : [];
  return [
    { role: 'cut', enabled: editFlags.canCut },
    { role: 'copy', enabled: editFlags.canCopy },
    { role: 'paste', enabled: editFlags.canPaste },
    { role: 'pasteAndMatchStyle', enabled: editFlags.canPaste },
    { role: 'selectAll', enabled: editFlags.canSelectAll },
  ];
}
