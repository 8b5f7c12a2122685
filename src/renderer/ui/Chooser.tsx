import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog as Base } from '@base-ui/react/dialog';
import Search from 'lucide-react/icons/search';
import { type ReactNode, useMemo, useState } from 'react';
import { useFocusAtOnce } from './focus';
import { Kbd } from './Kbd';
import { useModal } from './modals';
import './Chooser.css';
import './Dialog.css';
import './popup.css';

export interface Choice {
  readonly id: string;
  readonly label: string;
  /** Shown small at the end. */
  readonly detail?: ReactNode;
  /** In accelerator form. */
  readonly keys?: string | undefined;
}

const inputOf = (popup: HTMLElement): HTMLElement | null => popup.querySelector('input');

/** A dialog to find one of many by typing, and to take it by Enter. */
export function Chooser(props: {
  readonly label: string;
  readonly placeholder: string;
  /** What fits, best first; few enough to be drawn at once. */
  readonly find: (query: string) => readonly Choice[];
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}) {
  const { label, placeholder, find, onChoose, onClose } = props;
  const [query, setQuery] = useState('');
  const found = useMemo(() => find(query), [find, query]);
  useModal(true);
  const focusing = useFocusAtOnce(inputOf);
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="ui-scrim" />
        <Base.Viewport className="ui-dialog-place">
          <Base.Popup {...focusing} className="ui-dialog ui-chooser" aria-label={label}>
            <Autocomplete.Root
              open
              inline
              items={found}
              filteredItems={found}
              mode="none"
              autoHighlight="always"
              keepHighlight
              value={query}
              itemToStringValue={(choice) => choice.label}
              onValueChange={(next, { reason }) => reason !== 'item-press' && setQuery(next)}
            >
              <Autocomplete.InputGroup className="ui-chooser-search">
                <Search aria-hidden="true" />
                <Autocomplete.Input aria-label={label} placeholder={placeholder} />
              </Autocomplete.InputGroup>
              <Base.Close className="ui-hidden">Close</Base.Close>
              <Autocomplete.Empty className="ui-popup-empty">
                {found.length === 0 ? 'Nothing matches.' : null}
              </Autocomplete.Empty>
              <Autocomplete.List className="ui-popup-list ui-chooser-list" aria-label={label}>
                {(choice: Choice) => (
                  <Autocomplete.Item
                    key={choice.id}
                    value={choice}
                    className="ui-item"
                    onClick={() => onChoose(choice.id)}
                  >
                    <span className="ui-item-label">{choice.label}</span>
                    {choice.detail ? <span className="ui-item-detail">{choice.detail}</span> : null}
                    {choice.keys ? <Kbd keys={choice.keys} /> : null}
                  </Autocomplete.Item>
                )}
              </Autocomplete.List>
            </Autocomplete.Root>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
