import AtSign from 'lucide-react/icons/at-sign';
import FileText from 'lucide-react/icons/file-text';
import TextSearch from 'lucide-react/icons/text-search';
import type { Pointed } from '../../../core/graph/references';
import { bridge, openBrief, toast, toastProblem } from '../../app/contract';
import { openDialog } from '../../app/dialogs';
import { rowsBySlug, useWorkspace } from '../../app/workspace';
import { Button, IconButton } from '../../ui/Button';
import { SeverityIcon } from '../../ui/Severity';
import { tieWords } from '../../views/references/ReferenceRow';
import { goTo } from '../app-state';
import { useReadOnly, useSession } from '../session/context';
import { knownNow } from '../session/knowledge';
import type { Session } from '../session/session';
import { nextPlace, placesOf } from './places';

/** A brief or an entity that is linked: it opens, and its places in the text can be gone to. */
export function LinkRow({ pointed }: { readonly pointed: Pointed }) {
  const { kind, slug, label, state, ties, count } = pointed;
  const session = useSession();
  const own = useWorkspace((workspace) => rowsBySlug(workspace.briefs).has(slug));
  const jump = () => {
    const { brief, caret } = session.document;
    const place = nextPlace(placesOf(brief, pointed, knownNow()), caret);
    if (place) goTo(session, place.from);
    else toast('It is not in the text any more.');
  };
  const open =
    state === 'unknown'
      ? jump
      : kind === 'entity'
        ? () => openDialog({ kind: 'used', subject: { kind, slug }, name: label })
        : own
          ? () => openBrief(slug)
          : jump;
  const Icon = kind === 'entity' ? AtSign : FileText;
  return (
    <li className="lp-row">
      <button type="button" className="lp-go" onClick={open} title={slug}>
        <Icon aria-hidden="true" />
        <span className="lp-text">
          <span className="lp-name" dir="auto">
            {label || slug}
          </span>
          <span className="refs-facts">
            {state === 'unknown' ? <Unknown kind={kind} /> : null}
            {state === 'one-way' ? <span className="lp-state">not listed back</span> : null}
            <span>{tieWords(ties, count)}</span>
          </span>
        </span>
      </button>
      {state === 'one-way' && own ? <ListBack session={session} pointed={pointed} /> : null}
      <IconButton
        size="s"
        label={`Go to ${label || slug} in the text`}
        icon={<TextSearch aria-hidden="true" />}
        onClick={jump}
      />
    </li>
  );
}

function Unknown({ kind }: { readonly kind: Pointed['kind'] }) {
  return (
    <span className="lp-state lp-unknown">
      <SeverityIcon severity="error" />
      {kind === 'entity' ? 'no such entity' : 'no such brief'}
    </span>
  );
}

function ListBack(props: { readonly session: Session; readonly pointed: Pointed }) {
  const { session, pointed } = props;
  const readOnly = useReadOnly();
  if (readOnly) return null;
  const list = async () => {
    const result = await bridge.relateBack(pointed.slug, session.slug);
    if (result.kind === 'problem') toastProblem(result.problem);
    else toast(`Listed in ${pointed.label || pointed.slug}.`, { kind: 'done' });
  };
  return (
    <Button
      size="s"
      variant="quiet"
      className="lp-act"
      aria-label={`List back in ${pointed.label || pointed.slug}`}
      onClick={() => void list()}
    >
      List back
    </Button>
  );
}
