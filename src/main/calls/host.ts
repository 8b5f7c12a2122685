import type { CommandId } from '../../bridge/commands';
import type { Done, Failed, ZoomStep } from '../../bridge/types';

/** What the system around the app does for it: Electron in the app, a stand-in in tests. */
export interface Host {
  readonly version: string;
  readonly platform: 'darwin' | 'win32' | 'linux';
  /** Folder dialog. @returns the path, null where it was cancelled */
  askFolder(title: string, canCreate: boolean): Promise<string | null>;
  /** Dialog for a file of one of these endings. @returns the path, null where it was cancelled */
  askOpenFile(title: string, endings: readonly string[]): Promise<string | null>;
  /** Dialog for a new file. */
  askFile(suggestedName: string): Promise<string | null>;
  showFile(path: string): void;
  /** @returns an error's message, or '' */
  showFolder(path: string): Promise<string>;
  openExternal(address: string): Promise<Done | Failed>;
  setMenu(enabled: readonly CommandId[]): void;
  zoom(step: ZoomStep): void;
  closeAnswer(mayClose: boolean): void;
  pageReady(): void;
  briefShown(): void;
}
