import { useTenant } from '@aegisx/tenancy-client/react';
import { useState } from 'react';
import { useMatch, useNavigate } from 'react-router';
import type { Tenant } from '../api/types';
import type { Choice, ChoiceGroup } from '../parts/Picker';
import { useSession } from '../session/Session';
import { useDebounced } from '../parts/useDebounced';
import { text } from '../text';
import { useRecents } from './recents';
import { matches, useTenantSearch } from './search';

export interface TenantChoices {
  typed: string;
  onType: (typed: string) => void;
  groups: readonly ChoiceGroup[];
  /** Nothing is being waited for, and there is none. */
  none: boolean;
  /** What to say beside them. */
  status: string | undefined;
  busy: boolean;
}

/** Tenants to go to: those opened last until something is typed, and those that the service finds. */
export function useTenantChoices(onChosen: () => void): TenantChoices {
  const [q, setQ] = useState('');
  const [typed, onType] = useDebounced(q, setQ);
  const here = useTenant().subdomain;
  const open = useOpenTenant();
  const recents = useRecents(useSession().identity.subject);
  const search = useTenantSearch(q);
  const { error, isFetching } = search;
  const late = search.isPlaceholderData || typed.trim() !== q;
  const data = search.data;
  // What an earlier question found is still right where it matches what is typed by now.
  const found = (data?.tenants ?? []).filter((tenant) => !late || matches(tenant, typed.trim()));
  // The one that is open is one of those opened last, but nowhere to go.
  const opened = typed.trim() === '' ? recents.filter(({ id }) => id !== here) : [];
  const known = new Set(opened.map(({ id }) => id));
  const choice = (id: string, name: string, hint?: string): Choice => ({
    key: id,
    label: name,
    ...(hint && { hint }),
    ...(id === here && { isCurrent: true }),
    run: () => {
      onChosen();
      open(id);
    },
  });
  return {
    typed,
    onType,
    groups: [
      { label: text.switching.recent, choices: opened.map(({ id, name }) => choice(id, name)) },
      {
        label: text.switching.found,
        choices: found
          .filter(({ id }) => !known.has(id))
          .map((tenant) => choice(tenant.id, tenant.name, hintOf(tenant))),
      },
    ],
    none: !late && !error && data?.tenants.length === 0,
    status: statusOf(error, late || !data, data?.more ?? false),
    busy: isFetching || late,
  };
}

function statusOf(error: unknown, waiting: boolean, more: boolean): string | undefined {
  if (error) {
    return text.switching.failed;
  }
  if (waiting) {
    return text.switching.searching;
  }
  return more ? text.switching.more : undefined;
}

/** Tells tenants of one name apart, and those that cannot be entered from the others. */
function hintOf({ subdomain, status }: Tenant): string {
  return status === 'active' ? subdomain : text.switching.notActive(subdomain, text.status[status]);
}

/** Goes to a tenant, at the part of it that one is at. */
function useOpenTenant(): (id: string) => void {
  const navigate = useNavigate();
  const here = useTenant().subdomain;
  const tab = useMatch('/tenants/:id/:tab')?.params.tab;
  return (id) => {
    const part = here !== undefined && tab ? `/${tab}` : '';
    void navigate(`/tenants/${encodeURIComponent(id)}${part}`);
  };
}
