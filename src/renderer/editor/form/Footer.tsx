import { setField } from '../../../core/edit';
import { canonicalOf } from '../../../core/workspace/address';
import { useWorkspace } from '../../app/contract';
import { Button } from '../../ui/Button';
import { FieldNotes } from '../fields/FieldNotes';
import { useFieldText, useReadOnly, useSession } from '../session/context';
import { act } from './actions';

const CANONICAL = { field: 'canonical' } as const;

/** The address of the published page: it follows from the slug, so it is shown and set, not typed. */
export function Footer() {
  const session = useSession();
  const readOnly = useReadOnly();
  const settings = useWorkspace((workspace) => workspace.settings);
  const written = useFieldText(CANONICAL);
  const right = canonicalOf(settings, session.slug);
  return (
    <footer className="ed-foot" data-part="foot" data-field="canonical">
      <span className="ed-foot-label">Canonical</span>
      <code className="ed-foot-address">{written ?? 'missing'}</code>
      {written === right || readOnly ? null : (
        <Button
          size="s"
          onClick={() => act(session, 'fix', (brief) => setField(brief, CANONICAL, right))}
        >
          Set to {right}
        </Button>
      )}
      <FieldNotes path={CANONICAL} />
    </footer>
  );
}
