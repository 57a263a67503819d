import {
  Button,
  ExpandableSection,
  Flex,
  Form,
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
  TextInput,
} from '@patternfly/react-core';
import { useState } from 'react';
import { text } from '../text';
import { useDebounced } from '../parts/useDebounced';
import { AuditExport } from './AuditExport';
import { type AuditFilterControl, isBackwards, localOf, OUTCOMES } from './filters';
import type { AuditScope } from './queries';

/** What the service itself records; any other action can be typed. */
const ACTIONS = [
  'tenant.entered', 'tenant.created', 'tenant.changed', 'tenant.suspended', 'tenant.activated',
  'tenant.deleted', 'tenant.restored', 'tenant.purged', 'config.set', 'config.unset',
];
const KNOWN = 'audit-actions';
const ROOM = '(min-width: 768px)';

interface AuditToolbarProps {
  scope: AuditScope;
  control: AuditFilterControl;
  onRefresh: () => void;
}

export function AuditToolbar({ scope, control, onRefresh }: AuditToolbarProps) {
  const { filters, isFiltered, clear } = control;
  // On a narrow screen they would stand before the entries.
  const [open, setOpen] = useState(() => isFiltered || window.matchMedia(ROOM).matches);
  return (
    <>
      <ExpandableSection
        toggleText={text.audit.filters}
        toggleId="audit-filters-toggle"
        contentId="audit-filters"
        isExpanded={open}
        onToggle={(_event, expanded) => setOpen(expanded)}
      >
        <Filters control={control} />
      </ExpandableSection>
      <Flex className="console-gap">
        <Button variant="secondary" onClick={onRefresh}>
          {text.audit.refresh}
        </Button>
        <AuditExport scope={scope} filters={filters} />
        {isFiltered && (
          <Button variant="link" onClick={clear}>
            {text.audit.clear}
          </Button>
        )}
      </Flex>
    </>
  );
}

function Filters({ control }: { control: AuditFilterControl }) {
  return (
    <Form role="search" aria-label={text.audit.filters} onSubmit={(event) => event.preventDefault()}>
      <div className="console-filters">
        <TextFilter name="action" control={control} list={KNOWN} />
        <TextFilter name="actor" control={control} />
        <TextFilter name="target" control={control} />
        <OutcomeFilter control={control} />
        <TimeFilter name="from" control={control} />
        <TimeFilter name="to" control={control} />
      </div>
      <datalist id={KNOWN}>
        {ACTIONS.map((action) => (
          <option key={action} value={action} />
        ))}
      </datalist>
    </Form>
  );
}

interface FilterProps<Name> {
  name: Name;
  control: AuditFilterControl;
}

function TextFilter({ name, control, list }: FilterProps<'action' | 'actor' | 'target'> & { list?: string }) {
  const [typed, setTyped] = useDebounced(control.filters[name] ?? '', (value) => control.set(name, value));
  return (
    <FormGroup label={text.audit[name]} fieldId={`audit-${name}`}>
      <TextInput
        id={`audit-${name}`}
        value={typed}
        placeholder={text.audit[`${name}Hint`]}
        spellCheck={false}
        autoComplete="off"
        {...(list && { list })}
        onChange={(_event, value) => setTyped(value)}
      />
    </FormGroup>
  );
}

function OutcomeFilter({ control }: { control: AuditFilterControl }) {
  return (
    <FormGroup label={text.audit.outcome} fieldId="audit-outcome">
      <FormSelect
        id="audit-outcome"
        value={control.filters.outcome ?? ''}
        onChange={(_event, value) => control.set('outcome', value)}
      >
        <FormSelectOption value="" label={text.audit.anyOutcome} />
        {OUTCOMES.map((outcome) => (
          <FormSelectOption key={outcome} value={outcome} label={text.audit.outcomes[outcome]} />
        ))}
      </FormSelect>
    </FormGroup>
  );
}

function TimeFilter({ name, control }: FilterProps<'from' | 'to'>) {
  const bad = name === 'to' && isBackwards(control.filters);
  return (
    <FormGroup label={text.audit[name]} fieldId={`audit-${name}`}>
      <TextInput
        id={`audit-${name}`}
        type="datetime-local"
        max="9999-12-31T23:59"
        value={localOf(control.filters[name])}
        validated={bad ? 'error' : 'default'}
        {...(bad && { 'aria-describedby': 'audit-backwards' })}
        onChange={(_event, value) => control.set(name, value && new Date(value).toISOString())}
      />
      {bad && (
        <FormHelperText>
          <HelperText id="audit-backwards" isLiveRegion>
            <HelperTextItem variant="error">{text.audit.backwards}</HelperTextItem>
          </HelperText>
        </FormHelperText>
      )}
    </FormGroup>
  );
}
