import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Bridge } from '../../src/bridge/contract';
import { CALL_NAMES } from '../../src/main/app/arguments';

const electron = vi.hoisted(() => ({
  exposed: {} as Record<string, unknown>,
  invoked: [] as unknown[][],
  listeners: new Map<string, ((event: unknown, payload: unknown) => void)[]>(),
}));

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, api: unknown) => {
      electron.exposed[name] = api;
    },
  },
  ipcRenderer: {
    invoke: async (...args: unknown[]) => void electron.invoked.push(args),
    on: (channel: string, listener: (event: unknown, payload: unknown) => void) => {
      electron.listeners.set(channel, [...(electron.listeners.get(channel) ?? []), listener]);
    },
    removeListener: (channel: string, listener: unknown) => {
      const all = electron.listeners.get(channel) ?? [];
      electron.listeners.set(
        channel,
        all.filter((each) => each !== listener),
      );
    },
  },
  webUtils: { getPathForFile: (file: { path: string }) => file.path },
}));

let bridge: Bridge;
beforeAll(async () => {
  await import('../../src/preload/index');
  bridge = electron.exposed['briefwright'] as Bridge;
});

describe('the preload', () => {
  it('puts one thing on the page, and on that the contract and nothing else', () => {
    expect(Object.keys(electron.exposed)).toEqual(['briefwright']);
    expect(Object.keys(bridge).toSorted()).toEqual(
      [...CALL_NAMES, 'on', 'openDropped', 'tidyMemory'].toSorted(),
    );
    expect(Object.values(bridge).every((member) => typeof member === 'function')).toBe(true);
  });

  it('sends each call on its own channel', async () => {
    for (const name of CALL_NAMES) {
      electron.invoked.length = 0;
      await (bridge[name] as (...args: unknown[]) => Promise<unknown>)('argument');
      expect(electron.invoked).toEqual([[`call:${name}`, 'argument']]);
    }
  });

  it('hands an event’s payload on, without the event, until the listener is removed', () => {
    const heard: unknown[] = [];
    const remove = bridge.on('vanished', (...args) => void heard.push(args));
    const tell = () => {
      for (const listener of electron.listeners.get('event:vanished') ?? []) {
        listener({ sender: 'secret' }, true);
      }
    };
    tell();
    remove();
    tell();
    expect(heard).toEqual([[true]]);
  });

  it('reads the path of a dropped file itself', async () => {
    electron.invoked.length = 0;
    await bridge.openDropped({ path: '/dropped' });
    expect(electron.invoked).toEqual([['dropped', '/dropped']]);
  });
});
