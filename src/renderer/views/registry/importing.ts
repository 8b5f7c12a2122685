import { bridge } from '../../app/bridge';
import { openDialog } from '../../app/dialogs';
import { toast, toastProblem } from '../../app/toasts';

/** Asks for a file, and shows what it would bring. */
export async function importFile(kind: 'entity' | 'outlet'): Promise<void> {
  const result = await bridge.readImport();
  if (result.kind === 'problem') toastProblem(result.problem);
  if (result.kind !== 'read') return;
  const { name, text } = result;
  openDialog({ kind: 'import', what: kind, source: { kind: 'file', name, text } });
}

/** Shows what the briefs name and the registry lacks. */
export async function learnFromBriefs(kind: 'entity' | 'outlet'): Promise<void> {
  const result = await bridge.learnRecords();
  if (result.kind === 'problem') {
    toastProblem(result.problem);
    return;
  }
  const records = kind === 'entity' ? result.entities : result.outlets;
  if (records.length === 0) {
    toast(
      kind === 'entity'
        ? 'The registry has every entity that the briefs name.'
        : 'The registry has every outlet that the briefs name.',
    );
    return;
  }
  openDialog({ kind: 'import', what: kind, source: { kind: 'briefs', records } });
}
