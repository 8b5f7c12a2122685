import { useMemo } from 'react';
import { addEntityName, addRelated, removeEntityName, removeRelated } from '../../../core/edit';
import { splitNames } from '../../../core/format/names';
import { ChipsField } from '../../ui/ChipsField';
import { suggestBriefs, suggestEntityNames } from '../complete/suggest';
import { FieldNotes } from '../fields/FieldNotes';
import { useBrief, useReadOnly, useSession } from '../session/context';
import { knownNow, useKnowledge } from '../session/knowledge';
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
  const input = useChipsPlace(RELATED);
  const text = useBrief(
    (brief) => brief.related?.items.map(({ slug }) => slug.text).join('\n') ?? '',
  );
  const slugs = useMemo(() => (text ? text.split('\n') : []), [text]);
  const titles = useKnowledge(({ briefs }) =>
    JSON.stringify(slugs.map((slug) => briefs.get(slug)?.title ?? null)),
  );
  const titleOf = useMemo(() => titlesOf(slugs, titles), [slugs, titles]);
  const suggestions = useMemo(
    () => (query: string) => suggestBriefs(knownNow(), query, session.slug),
    [session],
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
        show={(slug) => titleOf.get(slug) || slug}
        isWrong={(slug) => titleOf.get(slug) === null}
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

/** The titles of the related briefs, null for one that is not there. */
function titlesOf(slugs: readonly string[], titles: string): Map<string, string | null> {
  const all = JSON.parse(titles) as readonly (string | null)[];
  return new Map(slugs.map((slug, at) => [slug, all[at] ?? null]));
}

const suggestNames = (query: string) => suggestEntityNames(knownNow(), query);

function Entities() {
  const session = useSession();
  const readOnly = useReadOnly();
  const registry = useKnowledge(({ entities }) => entities);
  const input = useChipsPlace(ENTITIES);
  const line = useBrief((brief) => brief.entities?.value.text ?? '');
  const names = useMemo(() => {
    const value = { text: line, from: 0, to: line.length, lineStarts: [0] };
    return splitNames(value, (name) => registry.isName(name)).map((name) => name.text);
  }, [line, registry]);
  const isName = (name: string) => registry.isName(name);
  return (
    <div data-field="entities">
      <ChipsField
        label="Entities"
        values={unique(names)}
        suggestions={suggestNames}
        readOnly={readOnly}
        inputRef={input}
        placeholder="Add an entity by its name"
        isWrong={(name) => !registry.isUnread && !isName(name)}
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
