import ExternalLinkAltIcon from '@patternfly/react-icons/dist/esm/icons/external-link-alt-icon';
import { CopyButton } from './CopyButton';
import { text } from '../text';

/** Where a host of a tenant is, by the protocol that the console itself is served by. */
export function addressOf(host: string, here: Pick<Location, 'protocol' | 'hostname' | 'port'>): string {
  // In development all hosts are on one port; a domain of a tenant's own is not.
  const domain = here.hostname.split('.').slice(-2).join('.');
  const port = here.port && host.endsWith(`.${domain}`) ? `:${here.port}` : '';
  return `${here.protocol}//${host}${port}`;
}

export function HostLink({ host, what }: { host: string; what: string }) {
  return (
    <>
      <a href={addressOf(host, window.location)} target="_blank" rel="noreferrer">
        {host} <ExternalLinkAltIcon title={text.field.newTab} />
      </a>{' '}
      <CopyButton value={host} what={what.toLowerCase()} />
    </>
  );
}
