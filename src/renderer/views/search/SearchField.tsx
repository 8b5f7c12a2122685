import type { KeyboardEvent, Ref } from 'react';
import type { SearchPage } from '../../../core/search/types';
import { useStore } from '../../app/store';
import { SearchInput } from '../../ui/SearchInput';
import { SeverityIcon } from '../../ui/Severity';
import { Spinner } from '../../ui/Spinner';
import { found, setText } from './query';

/** The field, which filters there are, and how much was found. */
export function SearchField(props: {
  readonly inputRef: Ref<HTMLInputElement>;
  readonly text: string;
  /** The active row of the results; -1 for none. */
  readonly active: number;
  readonly head: SearchPage | null;
  readonly onKey: (event: KeyboardEvent) => void;
}) {
  const { inputRef, text, active, head, onKey } = props;
  const pending = useStore(found.state, (state) => state.pending);
  return (
    <header className="sv-head" data-own-undo>
      <h2 className="ui-hidden">Search</h2>
      <SearchInput
        className="sv-field"
        label="Search the workspace"
        placeholder="Words, “phrases”, filters"
        clearLabel="Clear search"
        inputRef={inputRef}
        value={text}
        onChange={(typed) => setText(typed)}
        onClear={() => setText('', 0)}
        attributes={{
          role: 'combobox',
          'aria-expanded': active >= 0,
          'aria-controls': active >= 0 ? 'search-results' : undefined,
          'aria-activedescendant': active >= 0 ? `result-${active}` : undefined,
          'aria-autocomplete': 'list',
          'aria-describedby': 'search-filters',
          onKeyDown: onKey,
        }}
      >
        {pending ? <Spinner /> : null}
      </SearchInput>
      <p id="search-filters" className="sv-filters">
        <code>lens:</code> <code>entity:</code> <code>outlet:</code> <code>type:</code>{' '}
        <code>head:</code> <code>date:</code> <code>has:finding</code>
        <span>
          {' '}
          narrow; <code>-</code> leaves out
        </span>
      </p>
      <div className="sv-said">
        <output className="sv-total">{text.trim() && head ? totalWords(head) : ''}</output>
        {head?.remarks.map((remark) => (
          <p key={remark} className="sv-remark">
            <SeverityIcon severity="warning" label />
            {remark}
          </p>
        ))}
      </div>
    </header>
  );
}

function totalWords({ total, complete }: SearchPage): string {
  const words = total === 1 ? '1 brief' : `${total.toLocaleString()} briefs`;
  return complete ? words : `${words} so far: the texts are still being read`;
}
