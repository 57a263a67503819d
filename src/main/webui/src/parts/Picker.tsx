import { TextInputGroup, TextInputGroupMain } from '@patternfly/react-core';
import SearchIcon from '@patternfly/react-icons/dist/esm/icons/search-icon';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import './picker.css';

/** One thing to choose. */
export interface Choice {
  key: string;
  label: string;
  hint?: string;
  icon?: ReactNode;
  isCurrent?: boolean;
  run: () => void;
}

export interface ChoiceGroup {
  label: string;
  choices: readonly Choice[];
}

interface PickerProps {
  label: string;
  placeholder: string;
  inputId: string;
  typed: string;
  onType: (typed: string) => void;
  groups: readonly ChoiceGroup[];
  /** What is said where there is nothing to choose, or more than is shown. */
  status: ReactNode;
  busy?: boolean;
}

/** A field and what it finds: one types, goes through it by the arrow keys, and chooses by Enter. */
export function Picker(props: PickerProps) {
  const { label, placeholder, inputId, typed, onType, groups, status, busy = false } = props;
  const shown = groups.filter(({ choices }) => choices.length > 0);
  const choices = shown.flatMap((group) => group.choices);
  const { active, setActive, onKey } = useActive(choices, typed);
  const id = useId();
  const idOf = (choice: Choice) => `${id}-${choice.key}`;
  return (
    <div className="console-picker">
      <TextInputGroup>
        <TextInputGroupMain
          icon={<SearchIcon />}
          inputId={inputId}
          role="combobox"
          isExpanded
          aria-label={label}
          aria-controls={`${id}-list`}
          {...(active && { 'aria-activedescendant': idOf(active) })}
          placeholder={placeholder}
          value={typed}
          inputProps={{ 'aria-autocomplete': 'list', autoComplete: 'off', spellCheck: false }}
          onKeyDown={onKey}
          onChange={(_event, value) => onType(value)}
        />
      </TextInputGroup>
      <div role="listbox" id={`${id}-list`} aria-label={label} aria-busy={busy} className="console-picker-list">
        {shown.map((group) => (
          <div key={group.label} role="group" aria-label={group.label}>
            <div className="console-picker-group" aria-hidden>
              {group.label}
            </div>
            {group.choices.map((choice) => (
              <Option
                key={choice.key}
                id={idOf(choice)}
                choice={choice}
                active={choice === active}
                onPoint={() => setActive(choice.key)}
              />
            ))}
          </div>
        ))}
      </div>
      <div role="status" className="console-picker-status">
        {status}
      </div>
    </div>
  );
}

function Option(props: { id: string; choice: Choice; active: boolean; onPoint: () => void }) {
  const { id, choice, active, onPoint } = props;
  const option = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) {
      option.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [active]);
  return (
    // The field keeps the focus and has the keys; this is what it points at.
    <div
      ref={option}
      role="option"
      id={id}
      aria-selected={active}
      aria-current={choice.isCurrent}
      className="console-picker-option"
      onMouseMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={choice.run}
    >
      {choice.icon && <span aria-hidden>{choice.icon}</span>}
      <span className="console-picker-label">{choice.label}</span>
      {choice.hint && <span className="console-picker-hint">{choice.hint}</span>}
    </div>
  );
}

/** Which choice the arrow keys are at: the first, until they or the pointer went to another one. */
function useActive(choices: readonly Choice[], typed: string) {
  const [at, setAt] = useState<{ key: string; typed: string }>();
  const found = at?.typed === typed ? choices.findIndex(({ key }) => key === at.key) : -1;
  const index = found < 0 ? 0 : found;
  const setActive = (key: string) => setAt({ key, typed });
  const go = (to: number) => {
    const next = choices[(to + choices.length) % choices.length];
    if (next) {
      setActive(next.key);
    }
  };
  const onKey = (event: KeyboardEvent) => {
    // While an input method composes, Enter and the arrows are its own.
    if (event.nativeEvent.isComposing) {
      return;
    }
    const act: Record<string, () => void> = {
      ArrowDown: () => go(index + 1),
      ArrowUp: () => go(index - 1),
      Enter: () => choices[index]?.run(),
    };
    const does = act[event.key];
    if (does) {
      event.preventDefault();
      does();
    }
  };
  return { active: choices[index], setActive, onKey };
}
