import { Menu } from 'electron';
import { COMMAND_IDS, type CommandId } from '../../bridge/commands';
import { menuTemplate } from './menu-template';

export function makeMenu(isMac: boolean, run: (command: CommandId) => void): Menu {
  return Menu.buildFromTemplate(menuTemplate(isMac, run));
}

/** Enables the items of these commands and disables all others. */
export function enableCommands(menu: Menu, enabled: readonly CommandId[]): void {
  const on = new Set<string>(enabled);
  for (const id of COMMAND_IDS) {
    const item = menu.getMenuItemById(id);
    if (item) item.enabled = on.has(id);
  }
}
