import CaseSensitive from 'lucide-react/icons/case-sensitive';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronUp from 'lucide-react/icons/chevron-up';
import WholeWord from 'lucide-react/icons/whole-word';
import X from 'lucide-react/icons/x';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { fieldAt } from '../../../core/fields/table';
import { useStore } from '../../app/contract';
import { Button, IconButton } from '../../ui/Button';
import { TextField } from '../../ui/TextField';
import { currentMode, goTo } from '../app-state';
import { announce } from '../session/announce';
import { useReadOnly, useSession } from '../session/context';
import type { Session } from '../session/session';
import './find.css';

/** Find and replace over the whole brief. */
export function FindBar() {
  const session = useSession();
  const open = useStore(session.find.state, (state) => state.open);
  return open ? <Bar /> : null;
}

function Bar() {
  const session = useSession();
  const { find } = session;
  const readOnly = useReadOnly();
  const { query, matches, current } = useStore(find.state);
  const [by, setBy] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const step = (direction: -1 | 1) => {
    if (find.step(direction)) show(session);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      close(session);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    }
  };
  const told =
    query.text === '' ? '' : `${matches.length === 0 ? 'No' : current + 1} of ${matches.length}`;
  return (
    <search className="fd" data-own-undo="" aria-label="Find and replace">
      <div className="fd-row">
        <TextField
          label="Find"
          hiddenLabel
          placeholder="Find"
          inputRef={input}
          value={query.text}
          onChange={(text) => {
            find.search({ ...query, text });
            show(session);
          }}
          onKeyDown={keys}
        />
        <output className="fd-told">{told.startsWith('No') ? 'Not found' : told}</output>
        <IconButton
          size="s"
          label="Match case"
          pressed={query.matchCase}
          icon={<CaseSensitive aria-hidden="true" />}
          onClick={() => find.search({ ...query, matchCase: !query.matchCase })}
        />
        <IconButton
          size="s"
          label="Whole words"
          pressed={query.wholeWords}
          icon={<WholeWord aria-hidden="true" />}
          onClick={() => find.search({ ...query, wholeWords: !query.wholeWords })}
        />
        <IconButton
          size="s"
          label="Previous match"
          icon={<ChevronUp aria-hidden="true" />}
          onClick={() => step(-1)}
        />
        <IconButton
          size="s"
          label="Next match"
          icon={<ChevronDown aria-hidden="true" />}
          onClick={() => step(1)}
        />
        <IconButton
          size="s"
          label="Close find"
          icon={<X aria-hidden="true" />}
          onClick={() => close(session)}
        />
      </div>
      {readOnly ? null : (
        <div className="fd-row">
          <TextField
            label="Replace with"
            hiddenLabel
            placeholder="Replace with"
            value={by}
            onChange={setBy}
            onKeyDown={(event) => {
              if (event.key === 'Escape') close(session);
            }}
          />
          <Button
            size="s"
            disabled={current < 0}
            onClick={() => {
              find.replace(by);
              show(session);
            }}
          >
            Replace
          </Button>
          <Button
            size="s"
            disabled={matches.length === 0}
            onClick={() => announce(`${find.replaceAll(by)} replaced`)}
          >
            Replace all
          </Button>
        </div>
      )}
    </search>
  );
}

/** Brings the match into sight; the focus stays in the bar. */
function show(session: Session): void {
  const match = session.find.here();
  if (!match) return;
  session.document.select(match.from, match.to);
  const found = currentMode() === 'source' ? null : fieldAt(session.document.brief, match.from);
  if (found) session.places.show(found.path);
}

function close(session: Session): void {
  const match = session.find.here();
  session.find.close();
  goTo(session, match?.from ?? session.document.caret);
}
