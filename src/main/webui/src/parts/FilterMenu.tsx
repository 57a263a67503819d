import { MenuToggle, Select, SelectList, SelectOption } from '@patternfly/react-core';
import { useState } from 'react';
import { text } from '../text';

interface FilterMenuProps<T extends string> {
  field: string;
  values: readonly T[];
  labels: Record<T, string>;
  value: T | undefined;
  onChange: (value: T | undefined) => void;
}

/** Chooses one of a few values, or any. */
export function FilterMenu<T extends string>(props: FilterMenuProps<T>) {
  const { field, values, labels, value, onChange } = props;
  const [open, setOpen] = useState(false);
  return (
    <Select
      isOpen={open}
      onOpenChange={setOpen}
      selected={value ?? ''}
      onSelect={(_event, chosen) => {
        onChange(values.find((each) => each === chosen));
        setOpen(false);
      }}
      toggle={(ref) => (
        <MenuToggle ref={ref} isExpanded={open} onClick={() => setOpen(!open)}>
          {value ? text.tenants.oneOf(field, labels[value]) : text.tenants.anyOf(field)}
        </MenuToggle>
      )}
    >
      <SelectList aria-label={text.tenants.filterBy(field)}>
        <SelectOption value="">{text.tenants.any}</SelectOption>
        {values.map((each) => (
          <SelectOption key={each} value={each}>
            {labels[each]}
          </SelectOption>
        ))}
      </SelectList>
    </Select>
  );
}
