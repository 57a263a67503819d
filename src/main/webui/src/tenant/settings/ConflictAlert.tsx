import { Alert, Button } from '@patternfly/react-core';
import { text } from '../../text';

interface ConflictAlertProps {
  onLoad: () => void;
  title?: string;
  body?: string;
}

/** Somebody else was faster. */
export function ConflictAlert(props: ConflictAlertProps) {
  const { onLoad, title = text.settings.conflictTitle, body = text.settings.conflictBody } = props;
  return (
    <Alert
      component="p"
      isInline
      isLiveRegion
      variant="warning"
      title={title}
      actionLinks={
        <Button variant="secondary" onClick={onLoad}>
          {text.settings.conflictLoad}
        </Button>
      }
    >
      {body}
    </Alert>
  );
}
