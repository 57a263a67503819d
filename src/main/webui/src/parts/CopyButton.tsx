import { Button, Tooltip } from '@patternfly/react-core';
import CopyIcon from '@patternfly/react-icons/dist/esm/icons/copy-icon';
import { useState } from 'react';
import { text } from '../text';

/** Copies a value. `what` names it for those who do not see it beside the button. */
export function CopyButton({ value, what }: { value: string; what: string }) {
  const [outcome, setOutcome] = useState<string>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setOutcome(text.copy.done);
    } catch {
      // Refused by the browser, or the page is not served by https.
      setOutcome(text.copy.failed);
    }
  };
  const label = text.copy.copy(what);
  return (
    <Tooltip
      content={outcome ?? label}
      aria="none"
      aria-live="polite"
      onTooltipHidden={() => setOutcome(undefined)}
    >
      <Button
        variant="plain"
        size="sm"
        icon={<CopyIcon />}
        aria-label={label}
        onClick={() => void copy()}
      />
    </Tooltip>
  );
}

export function CopyableId({ value, what }: { value: string; what: string }) {
  return (
    <>
      <span className="console-id">{value}</span> <CopyButton value={value} what={what} />
    </>
  );
}
