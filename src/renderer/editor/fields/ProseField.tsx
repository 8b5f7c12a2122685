import type { Extension } from '@codemirror/state';
import { EditorState } from '@codemirror/state';
import { EditorView, placeholder as placeholderOf } from '@codemirror/view';
import { memo, useEffect, useRef, useState } from 'react';
import { type FieldName, type FieldPath, formatPath } from '../../../core/fields/path';
import { readField } from '../../../core/fields/table';
import { toText } from '../../../core/format/value';
import { cspNonce } from '../../app/contract';
import { classes } from '../../ui/classes';
import { completions } from '../complete/extension';
import type { Refusal } from '../document/brief-document';
import { findHighlight } from '../find/highlight';
import { fieldFindings } from '../findings/use-findings';
import { markActions } from '../findings/fixes';
import { useFieldText, useSession } from '../session/context';
import { afterPress } from '../session/after-press';
import { drawnKnowledge, knowledgeStore } from '../session/knowledge';
import { lookOf } from '../session/link-look';
import type { Session } from '../session/session';
import { markExtensions, showMarks } from '../source/marks';
import { concealLinks, type ConcealOptions } from './conceal';
import { FieldNotes, RefusalNote } from './FieldNotes';
import { ProseView } from './prose-view';
import { bringIntoSight } from './scroll';
import { softBreaks } from './soft-breaks';
import { useNear } from './use-near';

/** What stands at the top of the form is drawn with it, so that one can type at once. */
const AT_ONCE = new Set<FieldName>(['title', 'dek', 'summary']);

export interface ProseFieldProps {
  readonly path: FieldPath;
  readonly label: string;
  readonly oneLine?: boolean;
  /** What Enter does instead of a line break. */
  readonly onEnter?: () => void;
  readonly placeholder?: string;
  /** A BCP 47 tag: for spelling, and for the direction of the text. */
  readonly lang?: string;
  readonly className?: string;
  /** Findings are told elsewhere. */
  readonly quiet?: boolean;
}

/** A field of prose. Far from what is seen it is plain text of the same look. */
export const ProseField = memo(function ProseField(props: ProseFieldProps) {
  const { path, label, className, quiet = false } = props;
  const session = useSession();
  const box = useRef<HTMLDivElement>(null);
  const near = useNear(box, AT_ONCE.has(path.field));
  const [wanted, setWanted] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const key = formatPath(path);
  const drawn = near || wanted;
  useEffect(() => {
    if (drawn) return;
    return session.places.register(key, {
      focus: (offset) => {
        setWanted(true);
        // The editor that takes this one's place finds the wish still waiting.
        queueMicrotask(() => session.places.await(key, offset));
      },
      show: () => bringIntoSight(box.current),
    });
  }, [drawn, session, key]);
  return (
    <div ref={box} className={classes('ed-prose', className)} data-field={key}>
      {drawn ? (
        <Drawn {...props} session={session} refused={setRefusal} left={() => setWanted(false)} />
      ) : (
        <Undrawn path={path} />
      )}
      <RefusalNote refusal={refusal} />
      {quiet ? null : <FieldNotes path={path} />}
      <span className="ui-hidden">{refusal ? `${label}: not written` : ''}</span>
    </div>
  );
});

/** As links will look once the field is drawn, so that little moves then. */
const LINK = /\[([^[\]\n]+)\]\((?:\/|https?:)[^()\s]*\)/g;

function Undrawn({ path }: { readonly path: FieldPath }) {
  const text = useFieldText(path);
  return <div className="ed-undrawn cm-line">{text?.replace(LINK, '$1')}</div>;
}

function Drawn(
  props: ProseFieldProps & {
    readonly session: Session;
    readonly refused: (refusal: Refusal | null) => void;
    readonly left: () => void;
  },
) {
  const { session, path, refused, left } = props;
  const host = useRef<HTMLDivElement>(null);
  const { onEnter } = props;
  const latest = useRef({ refused, left, onEnter });
  useEffect(() => {
    latest.current = { refused, left, onEnter };
  });
  const key = formatPath(path);
  const look = JSON.stringify([props.label, props.placeholder, props.lang, props.oneLine]);
  useEffect(() => {
    const parent = host.current;
    if (!parent) return;
    const prose = new ProseView({
      parent,
      document: session.document,
      path,
      oneLine: props.oneLine ?? false,
      enter: onEnter && (() => latest.current.onEnter?.()),
      extensions: extensionsOf(props, session),
      refused: (refusal) => latest.current.refused(refusal),
      focused: (has) => {
        if (has) return;
        afterPress(() => session.findings.release());
        latest.current.left();
      },
    });
    const mark = () => {
      if (!prose.view.composing) showMarks(prose.view, marksOf(session, path));
    };
    mark();
    const stops = [
      session.findings.subscribe(mark),
      session.places.register(key, {
        focus: (offset) => {
          prose.focus(offset);
          bringIntoSight(parent);
        },
        show: () => bringIntoSight(parent),
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      prose.destroy();
    };
    // The editor is made once for a field and its look.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [session, key, look]);
  return <div ref={host} className="ed-prose-host" />;
}

function extensionsOf(props: ProseFieldProps, session: Session): Extension {
  const { label, lang, placeholder } = props;
  return [
    EditorView.cspNonce.of(cspNonce),
    EditorView.contentAttributes.of({
      'aria-label': label,
      spellcheck: 'true',
      autocapitalize: 'sentences',
      dir: 'auto',
      ...(lang ? { lang } : {}),
    }),
    placeholder ? placeholderOf(placeholder) : [],
    session.readOnly === null
      ? completions(session, (head) => {
          const value = readField(session.document.brief, props.path);
          return value ? { value, head } : null;
        })
      : [EditorState.readOnly.of(true), EditorView.editable.of(false)],
    markExtensions(markActions(session)),
    findHighlight(session, props.path),
    concealLinks(concealment(session)),
    softBreaks,
  ];
}

/** Links of the brief are shown as their words; what is looked for is shown in all of the text. */
function concealment({ find }: Session): ConcealOptions {
  return {
    lookOf: (target) => {
      const knowledge = knowledgeStore.get();
      return knowledge && lookOf(target, false, knowledge);
    },
    isOff: () => find.state.get().open,
    subscribe: (listener) => {
      let { open } = find.state.get();
      const opened = () => {
        if (open === find.state.get().open) return;
        open = !open;
        listener();
      };
      const stops = [find.state.subscribe(opened), drawnKnowledge.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

/** The findings of a field as marks in its own text. */
function marksOf(session: Session, path: FieldPath) {
  const value = readField(session.document.brief, path);
  if (!value) return [];
  return fieldFindings(session, path).flatMap((finding) => {
    const from = toText(value, finding.from);
    const to = toText(value, finding.to);
    return from < to && finding.from >= value.from && finding.to <= value.to
      ? [{ from, to, severity: finding.severity, finding }]
      : [];
  });
}
