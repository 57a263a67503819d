import { Label } from '@patternfly/react-core';
import ExclamationCircleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon';

export function FailedLabel({ count }: { count: number }) {
  return (
    <Label isCompact variant="outline" color="red" icon={<ExclamationCircleIcon />}>
      {count.toLocaleString('en')}
    </Label>
  );
}
