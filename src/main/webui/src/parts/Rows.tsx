import { Skeleton } from '@patternfly/react-core';
import { Tbody, Td, Tr } from '@patternfly/react-table';
import { text } from '../text';

const ROWS = [0, 1, 2, 3, 4, 5];

/** Stands in for rows that are on their way, so that nothing jumps when they come. */
export function SkeletonRows({ columns }: { columns: number }) {
  return (
    <Tbody>
      {ROWS.map((row) => (
        <Tr key={row}>
          {Array.from({ length: columns }, (_, column) => (
            <Td key={column}>
              <Skeleton screenreaderText={row + column === 0 ? text.state.loading : undefined} />
            </Td>
          ))}
        </Tr>
      ))}
    </Tbody>
  );
}
