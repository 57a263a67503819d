import {
  Button,
  SearchInput,
  Toolbar,
  ToolbarContent,
  ToolbarGroup,
  ToolbarItem,
} from '@patternfly/react-core';
import { FilterMenu } from '../parts/FilterMenu';
import { useDebounced } from '../parts/useDebounced';
import { ISOLATIONS, PLANS, STATUSES, type Tenant } from '../api/types';
import { SEARCH_FIELD } from '../app/shortcut';
import { text } from '../text';
import { BULK_ACTIONS, type BulkAction } from './bulk';
import { ColumnMenu } from './ColumnMenu';
import type { Column } from './columns';
import { ExportButton } from './ExportButton';
import { type FilterControl, isFiltered } from './filters';
import type { SortControl } from './sort';
import { SortMenu } from './SortMenu';

interface TenantsToolbarProps {
  control: FilterControl;
  sort: SortControl;
  columns: readonly Column[];
  onToggleColumn: (column: Column) => void;
  selected: readonly Tenant[];
  onBulk: (action: BulkAction) => void;
  onExportError: (error: unknown) => void;
}

export function TenantsToolbar(props: TenantsToolbarProps) {
  const { control, sort, columns, onToggleColumn, selected, onBulk, onExportError } = props;
  const { filters, set, clear } = control;
  const [typed, setTyped] = useDebounced(filters.q ?? '', (q) => set('q', q));
  const { field } = text;
  return (
    <Toolbar>
      <ToolbarContent>
        <ToolbarItem>
          <SearchInput
            searchInputId={SEARCH_FIELD}
            aria-label={text.tenants.search}
            placeholder={text.tenants.searchHint}
            value={typed}
            onChange={(_event, value) => setTyped(value)}
            onClear={() => setTyped('')}
          />
        </ToolbarItem>
        <ToolbarGroup variant="filter-group" rowWrap={{ default: 'wrap' }}>
          <FilterMenu field={field.status} values={STATUSES} labels={text.status} value={filters.status} onChange={(value) => set('status', value)} />
          <FilterMenu field={field.plan} values={PLANS} labels={text.plan} value={filters.plan} onChange={(value) => set('plan', value)} />
          <FilterMenu field={field.isolation} values={ISOLATIONS} labels={text.isolation} value={filters.isolation} onChange={(value) => set('isolation', value)} />
        </ToolbarGroup>
        {isFiltered(filters) && (
          <ToolbarItem>
            <Button variant="link" onClick={clear}>
              {text.tenants.clear}
            </Button>
          </ToolbarItem>
        )}
        <ToolbarItem visibility={{ default: 'visible', lg: 'hidden' }}>
          <SortMenu control={sort} />
        </ToolbarItem>
        <ToolbarGroup align={{ default: 'alignEnd' }} rowWrap={{ default: 'wrap' }}>
          <ToolbarItem>
            <ColumnMenu columns={columns} onToggle={onToggleColumn} />
          </ToolbarItem>
          <ToolbarItem>
            <ExportButton filters={filters} sort={sort.sort} onError={onExportError} />
          </ToolbarItem>
        </ToolbarGroup>
      </ToolbarContent>
      {selected.length > 0 && (
        <ToolbarContent>
          <ToolbarItem>
            <span role="status">{text.tenants.selected(selected.length)}</span>
          </ToolbarItem>
          {BULK_ACTIONS.map((action) => (
            <ToolbarItem key={action}>
              <Button variant="secondary" onClick={() => onBulk(action)}>
                {text.bulk[action]}
              </Button>
            </ToolbarItem>
          ))}
        </ToolbarContent>
      )}
    </Toolbar>
  );
}
