/**
 * Every command of the app, once: the palette, the native menu and the page of shortcuts are made
 * of this table. `keys` is in Electron's accelerator form; a command without `menu` is in the
 * palette only.
 */
export interface Command {
  readonly title: string;
  readonly keys?: string;
  readonly menu?: 'File' | 'Edit' | 'Insert' | 'View' | 'Go' | 'Help';
  /** A line is drawn above it in the menu. */
  readonly separated?: true;
}

const table = {
  'brief.new': { title: 'New brief…', keys: 'CmdOrCtrl+N', menu: 'File' },
  'brief.quick-open': { title: 'Open brief…', keys: 'CmdOrCtrl+P', menu: 'File' },
  'brief.save': { title: 'Save', keys: 'CmdOrCtrl+S', menu: 'File', separated: true },
  'brief.duplicate': { title: 'Duplicate brief…', menu: 'File' },
  'brief.rename': { title: 'Rename brief…', keys: 'F2', menu: 'File' },
  'brief.delete': { title: 'Delete brief…', menu: 'File' },
  'brief.show-in-folder': { title: 'Show brief in folder', menu: 'File' },
  'export.brief': { title: 'Export brief…', keys: 'CmdOrCtrl+E', menu: 'File', separated: true },
  'export.ready': { title: 'Export all that are ready…', keys: 'CmdOrCtrl+Shift+E', menu: 'File' },
  'workspace.open': {
    title: 'Open workspace…',
    keys: 'CmdOrCtrl+O',
    menu: 'File',
    separated: true,
  },
  'workspace.create': { title: 'New workspace…', menu: 'File' },
  'workspace.settings': { title: 'Workspace settings…', keys: 'CmdOrCtrl+,', menu: 'File' },
  'workspace.close': { title: 'Close workspace', menu: 'File' },
  'edit.undo': { title: 'Undo', keys: 'CmdOrCtrl+Z', menu: 'Edit' },
  'edit.redo': { title: 'Redo', keys: 'CmdOrCtrl+Shift+Z', menu: 'Edit' },
  'edit.undo-change': { title: 'Undo last change to many files…', menu: 'Edit' },
  'edit.redo-change': { title: 'Redo last change to many files…', menu: 'Edit' },
  'edit.find': { title: 'Find and replace', keys: 'CmdOrCtrl+F', menu: 'Edit', separated: true },
  'edit.fix-next': { title: 'Fix finding', keys: 'CmdOrCtrl+.', menu: 'Edit' },
  'edit.move-up': { title: 'Move up', keys: 'Alt+Up', menu: 'Edit', separated: true },
  'edit.move-down': { title: 'Move down', keys: 'Alt+Down', menu: 'Edit' },
  'insert.entity': { title: 'Link entity…', keys: 'CmdOrCtrl+L', menu: 'Insert' },
  'insert.take': { title: 'Add take', keys: 'CmdOrCtrl+Shift+T', menu: 'Insert', separated: true },
  'insert.number': { title: 'Add number', menu: 'Insert' },
  'insert.watch': { title: 'Add watch item', menu: 'Insert' },
  'insert.lens': { title: 'Add lens', menu: 'Insert' },
  'insert.sections': { title: 'Insert missing sections', menu: 'Insert' },
  'view.palette': { title: 'Command palette…', keys: 'CmdOrCtrl+K', menu: 'View' },
  'view.form': { title: 'Show form', keys: 'CmdOrCtrl+Alt+1', menu: 'View', separated: true },
  'view.source': { title: 'Show source', keys: 'CmdOrCtrl+Alt+2', menu: 'View' },
  'view.both': { title: 'Show form and source', keys: 'CmdOrCtrl+Alt+3', menu: 'View' },
  'view.toggle-list': {
    title: 'Toggle brief list',
    keys: 'CmdOrCtrl+B',
    menu: 'View',
    separated: true,
  },
  'view.toggle-side': { title: 'Toggle preview and findings', keys: 'CmdOrCtrl+J', menu: 'View' },
  'view.preview': { title: 'Show preview', keys: 'CmdOrCtrl+Shift+V', menu: 'View' },
  'view.findings': { title: 'Show findings', keys: 'CmdOrCtrl+Shift+M', menu: 'View' },
  'view.links': { title: 'Show links', keys: 'CmdOrCtrl+Shift+K', menu: 'View' },
  'view.balance': { title: 'Show balance', menu: 'View' },
  'view.takes-columns': { title: 'Toggle takes in columns', menu: 'View' },
  'view.zoom-in': { title: 'Zoom in', keys: 'CmdOrCtrl+=', menu: 'View', separated: true },
  'view.zoom-out': { title: 'Zoom out', keys: 'CmdOrCtrl+-', menu: 'View' },
  'view.zoom-reset': { title: 'Actual size', keys: 'CmdOrCtrl+0', menu: 'View' },
  'go.next-finding': { title: 'Next finding', keys: 'F8', menu: 'Go' },
  'go.previous-finding': { title: 'Previous finding', keys: 'Shift+F8', menu: 'Go' },
  'go.next-brief': { title: 'Next brief', keys: 'CmdOrCtrl+Alt+Down', menu: 'Go', separated: true },
  'go.previous-brief': { title: 'Previous brief', keys: 'CmdOrCtrl+Alt+Up', menu: 'Go' },
  'go.search': {
    title: 'Search the workspace',
    keys: 'CmdOrCtrl+Shift+F',
    menu: 'Go',
    separated: true,
  },
  'go.findings': { title: 'Findings of the workspace', keys: 'CmdOrCtrl+Shift+O', menu: 'Go' },
  'go.graph': { title: 'Graph', keys: 'CmdOrCtrl+Shift+G', menu: 'Go' },
  'go.balance': { title: 'Lens balance', keys: 'CmdOrCtrl+Shift+B', menu: 'Go' },
  'go.entities': { title: 'Entities', menu: 'Go' },
  'go.outlets': { title: 'Outlets', menu: 'Go' },
  'go.editor': { title: 'Back to the brief', menu: 'Go' },
  'go.list': { title: 'Go to brief list', keys: 'F6', menu: 'Go' },
  'help.shortcuts': { title: 'Keyboard shortcuts', keys: 'CmdOrCtrl+/', menu: 'Help' },
  'help.about': { title: 'About Briefwright', menu: 'Help' },
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof table;
export const COMMANDS: Readonly<Record<CommandId, Command>> = table;
export const COMMAND_IDS = Object.keys(table) as CommandId[];
