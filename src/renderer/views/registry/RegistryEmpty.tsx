import AtSign from 'lucide-react/icons/at-sign';
import FileWarning from 'lucide-react/icons/file-warning';
import Newspaper from 'lucide-react/icons/newspaper';
import type { FileProblem } from '../../../bridge/types';
import { openDialog } from '../../app/dialogs';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { importFile, learnFromBriefs } from './importing';

const WORDS = {
  entity: {
    title: 'No entities yet',
    text: 'The people, places and organisations that briefs link to.',
    one: 'entity',
  },
  outlet: {
    title: 'No outlets yet',
    text: 'Where takes come from, with their domains, region, language and lens.',
    one: 'outlet',
  },
};

/** An empty registry, and the ways to fill it. */
export function NoRecords(props: {
  readonly kind: 'entity' | 'outlet';
  readonly readOnly: boolean;
  readonly onAdd: () => void;
}) {
  const { kind, readOnly, onAdd } = props;
  const { title, text } = WORDS[kind];
  const Icon = kind === 'entity' ? AtSign : Newspaper;
  return (
    <EmptyState
      icon={<Icon aria-hidden="true" />}
      title={title}
      actions={
        readOnly ? null : (
          <>
            <Button variant="primary" onClick={() => void learnFromBriefs(kind)}>
              Learn from briefs
            </Button>
            <Button onClick={() => void importFile(kind)}>Import…</Button>
            <Button onClick={onAdd}>Add</Button>
          </>
        )
      }
    >
      {text}
    </EmptyState>
  );
}

/** A registry of whose file nothing can be read: it is not empty, and is not to be filled anew. */
export function Unreadable(props: {
  readonly kind: 'entity' | 'outlet';
  readonly problem: FileProblem;
}) {
  const { kind, problem } = props;
  return (
    <EmptyState
      icon={<FileWarning aria-hidden="true" />}
      title={kind === 'entity' ? 'No entities can be read' : 'No outlets can be read'}
      actions={
        <Button variant="primary" onClick={() => openDialog({ kind: 'settings', tab: 'files' })}>
          Show files…
        </Button>
      }
    >
      {problem.message}
    </EmptyState>
  );
}

/** A filter that nothing fits. */
export function NoMatch(props: {
  readonly kind: 'entity' | 'outlet';
  readonly query: string;
  readonly readOnly: boolean;
  readonly onAll: () => void;
  readonly onAdd: () => void;
}) {
  const { kind, query, readOnly, onAll, onAdd } = props;
  return (
    <EmptyState
      title={`No ${WORDS[kind].one} matches “${query.trim()}”`}
      actions={
        <>
          <Button onClick={onAll}>Show all</Button>
          {readOnly ? null : <Button onClick={onAdd}>Add “{query.trim()}”</Button>}
        </>
      }
    />
  );
}
