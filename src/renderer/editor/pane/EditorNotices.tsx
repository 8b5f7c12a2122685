import { openBrief, useStore, useWorkspace } from '../../app/contract';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { ConflictDialog } from '../conflict/ConflictDialog';
import { asked, saveCopy, sessions } from '../session/desk';
import type { Session } from '../session/session';
import { RecoveryDialog } from './RecoveryDialog';

/** What must be known or decided about the open brief. */
export function EditorNotices({ session }: { readonly session: Session }) {
  const saving = useStore(session.saving);
  const draft = useStore(session.draft);
  const asking = useStore(asked) === session;
  const unkept = useStore(session.unkept);
  // What holds for the whole workspace is said above it already.
  const told = useWorkspace((workspace) => workspace.readOnly);
  return (
    <>
      {session.readOnly && session.readOnly !== told ? (
        <Banner kind="info">{session.readOnly}</Banner>
      ) : null}
      {saving.kind === 'failed' ? (
        <Banner
          kind="error"
          actions={
            <>
              <Button size="s" onClick={() => void session.saver.save()}>
                Try again
              </Button>
              <Button size="s" onClick={() => void saveCopy(session)}>
                Save a copy…
              </Button>
            </>
          }
        >
          Not saved. {saving.problem.message} Your text is kept here
          {unkept ? ' only: do not close the window.' : ' and in the journal.'}
        </Banner>
      ) : null}
      {saving.kind === 'conflict' && saving.disk ? (
        <Banner
          kind="error"
          actions={
            <Button size="s" onClick={() => asked.set(session)}>
              Resolve…
            </Button>
          }
        >
          The file was changed by another program while it was edited here. Nothing is saved until
          you choose what to keep.
        </Banner>
      ) : null}
      {saving.kind === 'conflict' && !saving.disk ? <Gone session={session} /> : null}
      {saving.kind === 'conflict' && saving.disk && asking ? (
        <ConflictDialog session={session} disk={saving.disk} onClose={() => asked.set(null)} />
      ) : null}
      {draft ? <RecoveryDialog session={session} draft={draft} /> : null}
    </>
  );
}

function Gone({ session }: { readonly session: Session }) {
  const close = () => {
    sessions.drop(session);
    openBrief(null);
  };
  return (
    <Banner
      kind="error"
      actions={
        <>
          <Button size="s" onClick={() => void session.saver.overwrite(null)}>
            Put it back
          </Button>
          <Button size="s" onClick={close}>
            Close
          </Button>
        </>
      }
    >
      The file of this brief was deleted or moved. Its text is still here.
    </Banner>
  );
}
