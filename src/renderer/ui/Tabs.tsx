import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import './Tabs.css';

export interface Tab<T extends string> {
  readonly value: T;
  readonly label: string;
  /** Beside the label: a count. */
  readonly badge?: ReactNode;
  readonly content: ReactNode;
}

export function Tabs<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly tabs: readonly Tab<T>[];
  readonly onChange: (value: T) => void;
  /** At the end of the row of tabs. */
  readonly actions?: ReactNode;
}) {
  const { label, value, tabs, onChange, actions } = props;
  const choose = (next: unknown) => {
    const tab = tabs.find((each) => each.value === next);
    if (tab) onChange(tab.value);
  };
  return (
    <Base.Root className="ui-tabs" value={value} onValueChange={choose}>
      <div className="ui-tabs-bar">
        <Base.List className="ui-tabs-list" aria-label={label}>
          {tabs.map((tab) => (
            <Base.Tab key={tab.value} value={tab.value} className="ui-tab">
              {tab.label}
              {tab.badge}
            </Base.Tab>
          ))}
        </Base.List>
        {actions}
      </div>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className="ui-tabs-panel">
          {tab.content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
