import { Alert, Progress, ProgressMeasureLocation } from '@patternfly/react-core';
import { useEffect, useRef, useState } from 'react';
import type { Rotation } from '../../api/types';
import { When } from '../../parts/When';
import { text } from '../../text';

const FULL = 100;

/** How a rotation goes while one is under way, and that it is done when it was seen to end. */
export function RotationProgress({ rotation }: { rotation: Rotation | undefined }) {
  const ended = useEnded(rotation !== undefined);
  const { keys } = text;
  if (!rotation) {
    return ended ? (
      <Alert component="p" isInline isLiveRegion variant="success" title={keys.done} className="console-gap" />
    ) : null;
  }
  const { done = 0, total, version = 0, startedAt, lastError } = rotation;
  const words =
    total == null
      ? keys.uncounted(done.toLocaleString('en'))
      : keys.progress(done.toLocaleString('en'), total.toLocaleString('en'));
  return (
    <div className="console-gap">
      <Progress
        id="rotation"
        title={keys.underWay(version)}
        value={total ? Math.min(FULL, (done / total) * FULL) : 0}
        label={words}
        valueText={words}
        measureLocation={ProgressMeasureLocation.outside}
        {...(lastError && { variant: 'danger' })}
      />
      <p>{keys.rotating}</p>
      {startedAt && <div>{keys.startedAt} <When at={startedAt} /></div>}
      {lastError && (
        <Alert component="p" isInline variant="danger" title={keys.lastError} className="console-gap">
          {lastError}
        </Alert>
      )}
    </div>
  );
}

/** Whether it was under way and is no more. */
function useEnded(isUnderWay: boolean): boolean {
  const before = useRef(isUnderWay);
  const [ended, setEnded] = useState(false);
  useEffect(() => {
    if (before.current !== isUnderWay) {
      before.current = isUnderWay;
      setEnded(!isUnderWay);
    }
  }, [isUnderWay]);
  return ended;
}
