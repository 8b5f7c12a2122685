import { contextBridge, ipcRenderer, type IpcRendererEvent, webFrame, webUtils } from 'electron';
import { callChannel, DROPPED_CHANNEL, eventChannel } from '../bridge/channels';
import type { Bridge, CallName, Calls, EventName, Events } from '../bridge/contract';

function call<N extends CallName>(name: N) {
  return (...args: Parameters<Calls[N]>) =>
    ipcRenderer.invoke(callChannel(name), ...args) as ReturnType<Calls[N]>;
}

const bridge = {
  boot: call('boot'),
  openWorkspace: call('openWorkspace'),
  openRecent: call('openRecent'),
  forgetRecent: call('forgetRecent'),
  openSample: call('openSample'),
  chooseFolder: call('chooseFolder'),
  createWorkspace: call('createWorkspace'),
  adopt: call('adopt'),
  closeWorkspace: call('closeWorkspace'),
  remember: call('remember'),
  openBrief: call('openBrief'),
  closeBrief: call('closeBrief'),
  saveBrief: call('saveBrief'),
  journal: call('journal'),
  discardDraft: call('discardDraft'),
  createBrief: call('createBrief'),
  duplicateBrief: call('duplicateBrief'),
  relateBack: call('relateBack'),
  showInFolder: call('showInFolder'),
  saveCopy: call('saveCopy'),
  addEntity: call('addEntity'),
  addOutlet: call('addOutlet'),
  saveSettings: call('saveSettings'),
  restoreLastGood: call('restoreLastGood'),
  putEntities: call('putEntities'),
  putOutlets: call('putOutlets'),
  learnRecords: call('learnRecords'),
  readImport: call('readImport'),
  putWaiver: call('putWaiver'),
  removeWaiver: call('removeWaiver'),
  findings: call('findings'),
  search: call('search'),
  references: call('references'),
  graph: call('graph'),
  balance: call('balance'),
  uses: call('uses'),
  overlay: call('overlay'),
  cancelIndex: call('cancelIndex'),
  resumeIndex: call('resumeIndex'),
  planChange: call('planChange'),
  runChange: call('runChange'),
  undoChange: call('undoChange'),
  redoChange: call('redoChange'),
  chooseExportFolder: call('chooseExportFolder'),
  planExport: call('planExport'),
  runExport: call('runExport'),
  showExportFolder: call('showExportFolder'),
  openExternal: call('openExternal'),
  setMenu: call('setMenu'),
  zoom: call('zoom'),
  closeAnswer: call('closeAnswer'),
  ready: call('ready'),

  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void {
    const heard = (_: IpcRendererEvent, payload: Events[E]) => listener(payload);
    ipcRenderer.on(eventChannel(event), heard);
    return () => void ipcRenderer.removeListener(eventChannel(event), heard);
  },

  openDropped: (file) =>
    ipcRenderer.invoke(DROPPED_CHANNEL, webUtils.getPathForFile(file as File)) as ReturnType<
      Bridge['openDropped']
    >,

  // Told that memory is short, V8 collects in steps and makes its heap small again.
  tidyMemory: () => webFrame.clearCache(),
} satisfies Bridge;

contextBridge.exposeInMainWorld('briefwright', bridge);
