import { useState } from 'react';
import type { OpenedBrief } from '../../../bridge/types';
import { Button } from '../../ui/Button';
import { Confirm, Dialog } from '../../ui/Dialog';
import { DiffView } from '../../ui/DiffView';
import { announce } from '../session/announce';
import type { Session } from '../session/session';

/** Text of an earlier session that never reached the file: shown as what it would change. */
export function RecoveryDialog(props: {
  readonly session: Session;
  readonly draft: NonNullable<OpenedBrief['draft']>;
}) {
  const { session, draft } = props;
  const [sure, setSure] = useState(false);
  const { disk } = session.saver;
  const when = new Date(draft.at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
  const changed = draft.base !== disk.hash;
  const restore = () => {
    session.restoreDraft();
    announce('The earlier text is restored');
  };
  return (
    <>
      <Dialog
        open
        size="l"
        title="Unsaved text was found"
        description={
          changed
            ? `It was typed until ${when}. The file has been changed since. This is what restoring it would change; one undo takes it back.`
            : `It was typed until ${when}. This is what restoring it would change; one undo takes it back.`
        }
        // Closing decides nothing, and what is typed next would take the draft's place.
        onClose={() => setSure(true)}
        onSubmit={restore}
        footer={
          <>
            <Button onClick={() => setSure(true)}>Discard…</Button>
            <Button variant="primary" type="submit" disabled={session.readOnly !== null}>
              Restore
            </Button>
          </>
        }
      >
        <DiffView before={disk.text} after={draft.text} label="Changes of the unsaved text" />
      </Dialog>
      <Confirm
        open={sure}
        title="Discard the unsaved text?"
        action="Discard"
        danger
        cancel="Keep"
        onCancel={() => setSure(false)}
        onConfirm={() => void session.discardDraft()}
      >
        The brief stays as it is in its file. The unsaved text can’t be brought back.
      </Confirm>
    </>
  );
}
