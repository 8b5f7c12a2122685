import { useMemo } from 'react';
import {
  addEntityName,
  addRelated,
  type EditResult,
  removeEntityName,
  removeRelated,
} from '../../../core/edit';
import type { Brief } from '../../../core/format/brief';
import { splitNames } from '../../../core/format/names';
import { useWorkspace } from '../../app/contract';
import { ChipsField } from '../../ui/ChipsField';
import { suggestBriefs, suggestEntityNames } from '../complete/suggest';
import { FieldNotes } from '../fields/FieldNotes';
import { useBrief, useReadOnly, useSession } from '../session/context';
import type { Session } from '../session/session';
import { useKnowledge } from '../session/knowledge';
import { act } from './actions';
import { useChipsPlace } from './use-chips-place';

const RELATED = { field: 'related' } as const;
const ENTITIES = { field: 'entities' } as const;

/** Related briefs and the entities that the brief is about. */
export function Graph() {
  return (
    <>
      <RelatedBriefs />
      <Entities />
    </>
  );
}

function RelatedBriefs() {
  const session = useSession();
  const readOnly = useReadOnly();
  const knowledge = useKnowledge();
  const input = useChipsPlace(RELATED);
  const text = useBrief(
    (brief) => brief.related?.items.map(({ slug }) => slug.text).join('\n') ?? '',
  );
  const slugs = useMemo(() => (text ? text.split('\n') : []), [text]);
  const suggestions = useMemo(
    () => (query: string) => suggestBriefs(knowledge, query, session.slug),
    [knowledge, session],
  );
  return (
    <div data-field="related">
      <ChipsField
        label="Related briefs"
        values={slugs}
        suggestions={suggestions}
        readOnly={readOnly}
        inputRef={input}
        placeholder="Add a brief by its title or slug"
        show={(slug) => knowledge.briefs.get(slug)?.title || slug}
        isWrong={(slug) => !knowledge.briefs.has(slug)}
        onChange={(next) =>
          change(session, slugs, next, addRelated, (brief, index) => removeRelated(brief, index))
        }
      />
      <FieldNotes path={RELATED} />
    </div>
  );
}

function Entities() {
  const session = useSession();
  const readOnly = useReadOnly();
  const knowledge = useKnowledge();
  const linked = useWorkspace((workspace) => workspace.briefs);
  const input = useChipsPlace(ENTITIES);
  const line = useBrief((brief) => brief.entities?.value.text ?? '');
  const names = useMemo(() => {
    const value = { text: line, from: 0, to: line.length, lineStarts: [0] };
    return splitNames(value, (name) => knowledge.entities.isName(name)).map((name) => name.text);
  }, [line, knowledge]);
  const suggestions = useMemo(
    () => (query: string) => suggestEntityNames(knowledge, query, linked),
    [knowledge, linked],
  );
  const isName = (name: string) => knowledge.entities.isName(name);
  return (
    <div data-field="entities">
      <ChipsField
        label="Entities"
        values={names}
        suggestions={suggestions}
        readOnly={readOnly}
        inputRef={input}
        placeholder="Add an entity by its name"
        isWrong={(name) => !isName(name)}
        accept={(typed) => typed.trim() || null}
        onChange={(next) =>
          change(session, names, next, addEntityName, (brief, index) =>
            removeEntityName(brief, index, isName),
          )
        }
      />
      <FieldNotes path={ENTITIES} />
    </div>
  );
}

/** Turns one list of values into the other, one intention for each value that came or went. */
function change(
  session: Session,
  before: readonly string[],
  after: readonly string[],
  add: (brief: Brief, value: string) => EditResult,
  take: (brief: Brief, index: number) => EditResult,
): void {
  for (let index = before.length - 1; index >= 0; index--) {
    const value = before[index] ?? '';
    if (!after.includes(value)) act(session, 'input.graph', (brief) => take(brief, index));
  }
  for (const value of after) {
    if (!before.includes(value)) act(session, 'input.graph', (brief) => add(brief, value));
  }
}
