import { ipcMain, type IpcMainInvokeEvent, type WebFrameMain } from 'electron';
import { callChannel, DROPPED_CHANNEL } from '../../bridge/channels';
import type { CallName, Calls } from '../../bridge/contract';
import type { OpenResult } from '../../bridge/types';
import { CALL_NAMES, checkArguments } from './arguments';

export interface Gate {
  readonly isTrusted: (frame: WebFrameMain | null) => boolean;
  readonly report: (error: unknown) => void;
}

/** Answers the page's calls: the one place where messages come in. */
export function answerCalls(calls: Calls, gate: Gate): void {
  for (const name of CALL_NAMES) answer(name, calls, gate);
}

/** Opens the path that the preload read off a dropped file. */
export function answerDropped(open: (path: string) => Promise<OpenResult>, gate: Gate): void {
  ipcMain.handle(DROPPED_CHANNEL, async (event, path: unknown) => {
    refuseStrangers(event, gate);
    if (typeof path !== 'string' || path === '') throw new TypeError('dropped: no path');
    return open(path);
  });
}

function answer(name: CallName, calls: Calls, gate: Gate): void {
  const run = calls[name] as (...args: readonly unknown[]) => Promise<unknown>;
  ipcMain.handle(callChannel(name), async (event, ...args: unknown[]) => {
    refuseStrangers(event, gate);
    try {
      return await run(...checkArguments(name, args));
    } catch (error) {
      gate.report(error);
      throw error;
    }
  });
}

function refuseStrangers(event: IpcMainInvokeEvent, gate: Gate): void {
  if (!gate.isTrusted(event.senderFrame)) throw new Error('This frame may not call.');
}
