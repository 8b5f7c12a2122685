import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { COMMAND_IDS, COMMANDS, type CommandId } from '../../../src/bridge/commands';
import { menuTemplate } from '../../../src/main/app/menu-template';

const items = (menus: readonly MenuItemConstructorOptions[]) =>
  menus.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));

describe.each([
  ['macOS', true],
  ['elsewhere', false],
])('the menu on %s', (_, isMac) => {
  it('has each command once, in its menu, with its keys', () => {
    const menus = menuTemplate(isMac, () => undefined);
    for (const id of COMMAND_IDS) {
      const { menu, title, keys } = COMMANDS[id];
      const places = menus.filter((each) => items([each]).some((item) => item.id === id));
      expect(
        places.map(({ label }) => label),
        id,
      ).toEqual(menu === undefined ? [] : [menu]);
      const item = items(menus).find((each) => each.id === id);
      expect(item?.label).toBe(title);
      expect(item?.accelerator).toBe(keys);
    }
  });

  it('gives no keys twice', () => {
    const keys = items(menuTemplate(isMac, () => undefined)).flatMap(
      ({ accelerator }) => accelerator ?? [],
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('tells the command that was chosen', () => {
    const told: CommandId[] = [];
    const menus = menuTemplate(isMac, (id) => void told.push(id));
    for (const { click } of items(menus)) (click as (() => void) | undefined)?.();
    expect(told).toEqual(COMMAND_IDS.toSorted((a, b) => order(a) - order(b)));
  });

  it('leaves the clipboard and the end to the system', () => {
    const roles = items(menuTemplate(isMac, () => undefined)).map(({ role }) => role);
    expect(roles).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll']));
    expect(roles.includes('quit')).toBe(!isMac);
  });
});

const MENUS = ['File', 'Edit', 'Insert', 'View', 'Go', 'Help'];
const order = (id: CommandId) =>
  MENUS.indexOf(COMMANDS[id].menu ?? '') * 1_000 + COMMAND_IDS.indexOf(id);
