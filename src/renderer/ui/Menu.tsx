import { ContextMenu as BaseContext } from '@base-ui/react/context-menu';
import { Menu as Base } from '@base-ui/react/menu';
import Check from 'lucide-react/icons/check';
import type { MouseEvent as PointerMouseEvent, ReactElement, ReactNode } from 'react';
import { classes } from './classes';
import { Kbd } from './Kbd';
import './popup.css';

interface Action {
  readonly label: string;
  readonly icon?: ReactNode;
  /** In accelerator form; only shown. */
  readonly keys?: string | undefined;
  readonly disabled?: boolean;
  readonly danger?: boolean;
  readonly onSelect: () => void;
}

interface Checked {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

interface Choice {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

interface Heading {
  readonly heading: string;
  readonly entries: readonly MenuEntry[];
}

export type MenuEntry = Action | Checked | Choice | Heading | 'line';

/** A function is asked when the menu opens. */
type Entries = readonly MenuEntry[] | (() => readonly MenuEntry[]);

function MenuList({ entries }: { readonly entries: Entries }) {
  const list = typeof entries === 'function' ? entries() : entries;
  return <div className="ui-popup-list">{list.map(renderEntry)}</div>;
}

/** A button that opens a menu; the trigger must take its props (a Button or IconButton does). */
export function Menu(props: {
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly entries: Entries;
  readonly align?: 'start' | 'end';
}) {
  const { trigger, entries, align = 'start' } = props;
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal render={<section aria-label="Menu" />}>
        <Base.Positioner className="ui-popup-place" sideOffset={4} align={align}>
          <Base.Popup className="ui-popup">
            <MenuList entries={entries} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

const NO_BUTTON = -1;

/** The menu key in a list opens the menu of its active row, there; the browser means the list. */
function atActive(event: PointerMouseEvent<HTMLElement>): void {
  const { target, button } = event;
  const id = target instanceof Element && target.getAttribute('aria-activedescendant');
  const active = button === NO_BUTTON && id ? document.getElementById(id) : null;
  if (!active) return;
  event.preventDefault();
  event.stopPropagation();
  const { left, top, width, height } = active.getBoundingClientRect();
  const [clientX, clientY] = [left + Math.min(width / 2, 32), top + height / 2];
  const place = { clientX, clientY, button: 2, bubbles: true, cancelable: true };
  active.dispatchEvent(new MouseEvent('contextmenu', place));
}

/** A menu at the pointer, or at the active row by the menu key. */
export function ContextMenu(props: {
  readonly entries: Entries;
  readonly children: ReactElement<Record<string, unknown>>;
  readonly onOpenChange?: (open: boolean) => void;
}) {
  const { entries, children, onOpenChange } = props;
  return (
    <BaseContext.Root onOpenChange={(open) => onOpenChange?.(open)}>
      <BaseContext.Trigger render={children} onContextMenuCapture={atActive} />
      <BaseContext.Portal render={<section aria-label="Menu" />}>
        <BaseContext.Positioner className="ui-popup-place">
          <BaseContext.Popup className="ui-popup">
            <MenuList entries={entries} />
          </BaseContext.Popup>
        </BaseContext.Positioner>
      </BaseContext.Portal>
    </BaseContext.Root>
  );
}

function renderEntry(entry: MenuEntry, index: number): ReactNode {
  if (entry === 'line') return <Base.Separator key={`line ${index}`} className="ui-popup-line" />;
  if ('heading' in entry) return <HeadedEntries key={entry.heading} group={entry} />;
  if ('options' in entry) return <ChoiceItems key={entry.label} choice={entry} />;
  if ('checked' in entry) return <CheckItem key={entry.label} check={entry} />;
  return <ActionItem key={entry.label} action={entry} />;
}

function HeadedEntries({ group }: { readonly group: Heading }) {
  return (
    <Base.Group>
      <Base.GroupLabel className="ui-popup-heading">{group.heading}</Base.GroupLabel>
      {group.entries.map(renderEntry)}
    </Base.Group>
  );
}

function ActionItem({ action }: { readonly action: Action }) {
  return (
    <Base.Item
      className={classes('ui-item', action.danger && 'ui-item-danger')}
      disabled={action.disabled ?? false}
      onClick={action.onSelect}
    >
      {action.icon}
      <span className="ui-item-label">{action.label}</span>
      {action.keys ? <Kbd keys={action.keys} /> : null}
    </Base.Item>
  );
}

function CheckItem({ check }: { readonly check: Checked }) {
  return (
    <Base.CheckboxItem
      className="ui-item"
      checked={check.checked}
      onCheckedChange={check.onChange}
      closeOnClick={false}
    >
      <span className="ui-item-check">
        <Base.CheckboxItemIndicator>
          <Check aria-hidden="true" />
        </Base.CheckboxItemIndicator>
      </span>
      <span className="ui-item-label">{check.label}</span>
    </Base.CheckboxItem>
  );
}

function ChoiceItems({ choice }: { readonly choice: Choice }) {
  return (
    <Base.Group>
      <Base.GroupLabel className="ui-popup-heading">{choice.label}</Base.GroupLabel>
      <Base.RadioGroup
        value={choice.value}
        onValueChange={(value) => {
          if (typeof value === 'string') choice.onChange(value);
        }}
      >
        {choice.options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className="ui-item" closeOnClick>
            <span className="ui-item-check">
              <Base.RadioItemIndicator>
                <Check aria-hidden="true" />
              </Base.RadioItemIndicator>
            </span>
            <span className="ui-item-label">{option.label}</span>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}
