import { FormSelect, FormSelectOption } from '@patternfly/react-core';
import { text } from '../text';
import { type Sort, type SortControl, SORTS } from './sort';

/** For windows so narrow that the table has no head to click at. */
export function SortMenu({ control }: { control: SortControl }) {
  return (
    <FormSelect
      aria-label={text.tenants.sort}
      value={control.sort ?? ''}
      onChange={(_event, value) => control.set(SORTS.find((each) => each === value))}
    >
      <FormSelectOption value="" label={text.tenants.unsorted} />
      {SORTS.map((sort) => (
        <FormSelectOption key={sort} value={sort} label={labelOf(sort)} />
      ))}
    </FormSelect>
  );
}

function labelOf(sort: Sort): string {
  const down = sort.startsWith('-');
  const field = (down ? sort.slice(1) : sort) as keyof typeof text.field;
  const label = String(text.field[field]);
  return down ? text.tenants.sortedDown(label) : text.tenants.sortedUp(label);
}
