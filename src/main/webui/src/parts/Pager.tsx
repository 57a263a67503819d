import { Button, Flex, FlexItem, FormSelect, FormSelectOption } from '@patternfly/react-core';
import { text } from '../text';
import { PAGE_SIZES, type Paging } from './usePaging';

interface PagerProps {
  paging: Paging;
  /** Of the next page, if there is one. */
  nextCursor: string | undefined;
}

/** Goes through the pages of a collection of which nobody has counted the rows. */
export function Pager({ paging, nextCursor }: PagerProps) {
  const { number, previous, next, first, limit, resize } = paging;
  return (
    <nav aria-label={text.paging.label} className="console-gap">
      <Flex>
        <FlexItem>
          <FormSelect
            aria-label={text.paging.size}
            value={limit}
            onChange={(_event, size) => resize(Number(size))}
          >
            {PAGE_SIZES.map((size) => (
              <FormSelectOption key={size} value={size} label={text.paging.perPage(size)} />
            ))}
          </FormSelect>
        </FlexItem>
        <Flex align={{ default: 'alignRight' }} columnGap={{ default: 'columnGapSm' }}>
          {number === undefined && (
            <Button variant="link" onClick={first}>
              {text.paging.first}
            </Button>
          )}
          <Button variant="link" isDisabled={!previous} onClick={previous}>
            {text.paging.previous}
          </Button>
          {number !== undefined && <span aria-live="polite">{text.paging.page(number)}</span>}
          <Button
            variant="link"
            isDisabled={nextCursor === undefined}
            onClick={() => nextCursor !== undefined && next(nextCursor)}
          >
            {text.paging.next}
          </Button>
        </Flex>
      </Flex>
    </nav>
  );
}
