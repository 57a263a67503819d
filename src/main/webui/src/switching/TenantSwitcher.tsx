import { useTenant } from '@aegisx/tenancy-client/react';
import { MenuToggle } from '@patternfly/react-core';
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Picker } from '../parts/Picker';
import { useSession } from '../session/Session';
import { useTenantById } from '../tenant/queries';
import { text } from '../text';
import { useTenantChoices } from './choices';
import { forgetTenant, rememberTenant } from './recents';
import { useHasChoice } from './search';

const GONE = new Set(['TENANT_NOT_FOUND', 'TENANT_ACCESS_DENIED', 'TENANT_INVALID']);

/** The tenant of the page, and the way to another one. Which one it is stays in the address alone. */
export function TenantSwitcher() {
  const name = useNameHere();
  const hasChoice = useHasChoice();
  const [open, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  if (!hasChoice) {
    return null;
  }
  const close = () => setOpen(false);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
      toggle.current?.focus();
    }
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    // Where the focus went nowhere, the panel was clicked at where nothing takes it.
    if (relatedTarget && !currentTarget.contains(relatedTarget)) {
      close();
    }
  };
  return (
    <div className="console-switcher" onKeyDown={onKey} onBlur={onBlur}>
      <MenuToggle
        ref={toggle}
        isExpanded={open}
        aria-haspopup="dialog"
        aria-label={name ? text.switching.toggle(name) : text.switching.choose}
        onClick={() => setOpen(!open)}
      >
        {name ?? text.switching.choose}
      </MenuToggle>
      {open && <Panel onClose={close} />}
    </div>
  );
}

function Panel({ onClose }: { onClose: () => void }) {
  const panel = useRef<HTMLDivElement>(null);
  const choices = useTenantChoices(onClose);
  useEffect(() => {
    panel.current?.querySelector('input')?.focus();
    const onPress = ({ target }: Event) => {
      if (target instanceof Node && !panel.current?.parentElement?.contains(target)) {
        onClose();
      }
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
    // Once: the field takes the focus when the panel opens, and not again.
  }, []);
  return (
    <div ref={panel} role="dialog" aria-label={text.switching.panel} className="console-switcher-panel">
      <Picker
        label={text.switching.search}
        placeholder={text.switching.searchHint}
        inputId="switcher-search"
        typed={choices.typed}
        onType={choices.onType}
        groups={choices.groups}
        busy={choices.busy}
        status={choices.none ? text.switching.noMatch : choices.status}
      />
    </div>
  );
}

/** Of the tenant that the address names, which by being opened is one of those opened last. */
function useNameHere(): string | undefined {
  const { identity } = useSession();
  const here = useTenant().subdomain;
  const { data, error } = useTenantById(here ?? '', here !== undefined);
  const { subject } = identity;
  const tenant = data?.tenant;
  useEffect(() => {
    if (tenant) {
      rememberTenant(subject, { id: tenant.id, name: tenant.name });
    }
  }, [subject, tenant?.id, tenant?.name]);
  const gone = here !== undefined && error !== null && 'code' in error && GONE.has(String(error.code));
  useEffect(() => {
    if (gone) {
      forgetTenant(subject, here);
    }
  }, [subject, gone, here]);
  return here === undefined ? undefined : tenant?.name;
}
