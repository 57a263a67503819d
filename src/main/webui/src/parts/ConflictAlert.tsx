import { Alert, Button } from '@patternfly/react-core';
import { text } from '../text';

interface ConflictAlertProps {
  title: string;
  body?: string;
  onLoad: () => void;
}

/** Somebody else was faster. */
export function ConflictAlert({ title, body = text.conflict.body, onLoad }: ConflictAlertProps) {
  return (
    <Alert
      component="p"
      isInline
      isLiveRegion
      variant="warning"
      title={title}
      className="console-gap"
      actionLinks={
        <Button variant="secondary" onClick={onLoad}>
          {text.conflict.load}
        </Button>
      }
    >
      {body}
    </Alert>
  );
}
