import { Button } from '@patternfly/react-core';
import EyeIcon from '@patternfly/react-icons/dist/esm/icons/eye-icon';
import EyeSlashIcon from '@patternfly/react-icons/dist/esm/icons/eye-slash-icon';
import { useState } from 'react';
import type { Setting } from '../../api/types';
import { TENANT_ADMIN } from '../../session/identity';
import { useSession } from '../../session/Session';
import { text } from '../../text';
import { shortOf } from './values';

/** A value as JSON. A secret is covered until somebody wants to see it, and may. */
export function SettingValue({ setting }: { setting: Setting }) {
  const { key = '', value, secret } = setting;
  const { identity } = useSession();
  const [shown, setShown] = useState(false);
  const { settings } = text;
  const whole = <code className="console-id">{shortOf(value)}</code>;
  if (!secret) {
    return whole;
  }
  if (!identity.roles.includes(TENANT_ADMIN)) {
    return <>{settings.hiddenFromYou}</>;
  }
  return (
    <>
      {shown ? whole : settings.hidden}{' '}
      <Button
        variant="plain"
        size="sm"
        icon={shown ? <EyeSlashIcon /> : <EyeIcon />}
        aria-label={shown ? settings.conceal(key) : settings.reveal(key)}
        onClick={() => setShown(!shown)}
      />
    </>
  );
}
