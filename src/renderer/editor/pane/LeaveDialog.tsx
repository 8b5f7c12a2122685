import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { saveCopy, sessions } from '../session/desk';
import type { Session } from '../session/session';

/** Something is not saved: stay, try again, keep a copy, or leave it to the journal. */
export function LeaveDialog(props: {
  readonly unsaved: readonly Session[];
  readonly answer: (leave: boolean) => void;
}) {
  const { unsaved, answer } = props;
  return (
    <Dialog
      open
      title="Some text is not saved"
      description="What was typed is kept in the journal and offered again when the brief is next opened."
      onClose={() => answer(false)}
      footer={
        <>
          <Button onClick={() => answer(true)}>Leave anyway</Button>
          {/* Once all is saved, one goes on by itself. */}
          <Button onClick={() => void sessions.settle()}>Try again</Button>
          <Button variant="primary" onClick={() => answer(false)}>
            Stay
          </Button>
        </>
      }
    >
      <ul className="ed-unsaved">
        {unsaved.map((session) => (
          <li key={session.slug}>
            <span>
              <strong>{session.slug}</strong> {whyOf(session)}
            </span>
            <Button size="s" onClick={() => void saveCopy(session)}>
              Save a copy…
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function whyOf(session: Session): string {
  const saving = session.saving.get();
  if (saving.kind === 'failed') return saving.problem.message;
  if (saving.kind === 'conflict') {
    return saving.disk ? 'The file was changed by another program.' : 'The file was deleted.';
  }
  return 'It is not saved yet.';
}
