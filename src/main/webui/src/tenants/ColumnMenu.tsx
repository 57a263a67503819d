import { MenuToggle, Select, SelectList, SelectOption } from '@patternfly/react-core';
import ColumnsIcon from '@patternfly/react-icons/dist/esm/icons/columns-icon';
import { useState } from 'react';
import { text } from '../text';
import { type Column, COLUMNS } from './columns';

interface ColumnMenuProps {
  columns: readonly Column[];
  onToggle: (column: Column) => void;
}

export function ColumnMenu({ columns, onToggle }: ColumnMenuProps) {
  const [open, setOpen] = useState(false);
  return (
    <Select
      role="menu"
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={(_event, value) => onToggle(value as Column)}
      toggle={(ref) => (
        <MenuToggle ref={ref} icon={<ColumnsIcon />} isExpanded={open} onClick={() => setOpen(!open)}>
          {text.tenants.columns}
        </MenuToggle>
      )}
    >
      <SelectList aria-label={text.tenants.columns}>
        {COLUMNS.map((column) => (
          <SelectOption key={column} value={column} hasCheckbox isSelected={columns.includes(column)}>
            {text.field[column]}
          </SelectOption>
        ))}
      </SelectList>
    </Select>
  );
}
