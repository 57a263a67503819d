import { Alert, AlertActionLink } from '@patternfly/react-core';
import { isSuperAdmin } from '../session/identity';
import { useSession } from '../session/Session';
import { text } from '../text';
import { MINUTES } from './grants';
import { useGrant } from './useGrant';
import './access.css';

/** From here on more time can be had, so that nothing half done is lost to the clock. */
const NEARLY = 5;

/** Tells a platform administrator that they are in a tenant, why, and for how much longer. */
export function AccessBanner({ id, name }: { id: string; name: string }) {
  const { identity } = useSession();
  const { grant, minutes, begin, end } = useGrant(id);
  if (!isSuperAdmin(identity) || !grant) {
    return null;
  }
  return (
    <Alert
      component="p"
      isInline
      variant="warning"
      role="status"
      className="console-access"
      title={text.access.banner(name, grant.reason, minutes)}
      actionLinks={
        <>
          {minutes <= NEARLY && (
            <AlertActionLink onClick={() => begin(grant.reason, MINUTES[0])}>{text.access.more}</AlertActionLink>
          )}
          <AlertActionLink onClick={end}>{text.access.end}</AlertActionLink>
        </>
      }
    />
  );
}
