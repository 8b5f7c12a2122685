import type { MenuItemConstructorOptions } from 'electron';
import { COMMAND_IDS, COMMANDS, type Command, type CommandId } from '../../bridge/commands';

type MenuName = NonNullable<Command['menu']>;
const NAMES: readonly MenuName[] = ['File', 'Edit', 'Insert', 'View', 'Go', 'Help'];

/** The native menu, made of the table of commands; each item tells its command. */
export function menuTemplate(
  isMac: boolean,
  run: (command: CommandId) => void,
): MenuItemConstructorOptions[] {
  const menus = NAMES.map(
    (name): MenuItemConstructorOptions => ({
      label: name,
      ...(name === 'Help' ? { role: 'help' } : {}),
      submenu: [...itemsOf(name, run), ...rolesOf(name, isMac)],
    }),
  );
  return isMac ? [{ role: 'appMenu' }, ...menus, { role: 'windowMenu' }] : menus;
}

function itemsOf(menu: MenuName, run: (command: CommandId) => void): MenuItemConstructorOptions[] {
  return COMMAND_IDS.filter((id) => COMMANDS[id].menu === menu).flatMap((id) => {
    const { title, keys, separated } = COMMANDS[id];
    const item: MenuItemConstructorOptions = {
      id,
      label: title,
      enabled: false,
      click: () => run(id),
      ...(keys === undefined ? {} : { accelerator: keys }),
    };
    return separated ? [{ type: 'separator' as const }, item] : [item];
  });
}

function rolesOf(menu: MenuName, isMac: boolean): MenuItemConstructorOptions[] {
  const line: MenuItemConstructorOptions = { type: 'separator' };
  switch (menu) {
    case 'File':
      return isMac ? [line, { role: 'close' }] : [line, { role: 'quit' }];
    case 'Edit':
      return [
        line,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'pasteAndMatchStyle' },
        { role: 'selectAll' },
      ];
    case 'View':
      return [line, { role: 'togglefullscreen' }, { role: 'toggleDevTools' }];
    default:
      return [];
  }
}
