import { useMemo } from 'react';
import { addEntityName, addRelated, removeEntityName, removeRelated } from '../../../core/edit';
import { splitNames } from '../../../core/format/names';
import { ChipsField } from '../../ui/ChipsField';
import { suggestBriefs, suggestEntityNames } from '../complete/suggest';
import { FieldNotes } from '../fields/FieldNotes';
import { useBrief, useReadOnly, useSession } from '../session/context';
import { useKnowledge } from '../session/knowledge';
import { changeList, unique } from './change-list';
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
        values={unique(slugs)}
        suggestions={suggestions}
        readOnly={readOnly}
        inputRef={input}
        placeholder="Add a brief by its title or slug"
        show={(slug) => knowledge.briefs.get(slug)?.title || slug}
        isWrong={(slug) => !knowledge.briefs.has(slug)}
        onChange={(next) =>
          changeList(session, slugs, next, addRelated, (brief, index) =>
            removeRelated(brief, index),
          )
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
  const input = useChipsPlace(ENTITIES);
  const line = useBrief((brief) => brief.entities?.value.text ?? '');
  const names = useMemo(() => {
    const value = { text: line, from: 0, to: line.length, lineStarts: [0] };
    return splitNames(value, (name) => knowledge.entities.isName(name)).map((name) => name.text);
  }, [line, knowledge]);
  const suggestions = useMemo(
    () => (query: string) => suggestEntityNames(knowledge, query),
    [knowledge],
  );
  const isName = (name: string) => knowledge.entities.isName(name);
  return (
    <div data-field="entities">
      <ChipsField
        label="Entities"
        values={unique(names)}
        suggestions={suggestions}
        readOnly={readOnly}
        inputRef={input}
        placeholder="Add an entity by its name"
        isWrong={(name) => !isName(name)}
        accept={(typed) => typed.trim() || null}
        onChange={(next) =>
          changeList(session, names, next, addEntityName, (brief, index) =>
            removeEntityName(brief, index, isName),
          )
        }
      />
      <FieldNotes path={ENTITIES} />
    </div>
  );
}
