import { Button, Content, Flex, FlexItem, Label, Title } from '@patternfly/react-core';
import LockIcon from '@patternfly/react-icons/dist/esm/icons/lock-icon';
import PlusIcon from '@patternfly/react-icons/dist/esm/icons/plus-icon';
import { useState } from 'react';
import type { Setting } from '../../api/types';
import { PagedTable } from '../../parts/PagedTable';
import { usePaging } from '../../parts/usePaging';
import { When } from '../../parts/When';
import { text } from '../../text';
import { HistoryDialog } from './HistoryDialog';
import { useConfigPage } from './queries';
import { SettingDialog } from './SettingDialog';
import { SettingValue } from './SettingValue';
import { UnsetDialog } from './UnsetDialog';

type Action = 'edit' | 'history' | 'unset';
type Opened = { action: 'add' } | { action: Action; setting: Setting };

interface ConfigSectionProps {
  id: string;
  /** Whether something is being edited that would be lost. */
  onChanged: (changed: boolean) => void;
}

export function ConfigSection({ id, onChanged }: ConfigSectionProps) {
  const paging = usePaging();
  const found = useConfigPage(id, paging.query);
  const [opened, setOpened] = useState<Opened>();
  const { settings } = text;
  return (
    <section className="console-section">
      <Flex>
        <FlexItem>
          <Title headingLevel="h2">{settings.configuration}</Title>
          <Content component="p">{settings.configurationLead}</Content>
        </FlexItem>
        <FlexItem align={{ default: 'alignRight' }}>
          <Button variant="secondary" icon={<PlusIcon />} onClick={() => setOpened({ action: 'add' })}>
            {settings.add}
          </Button>
        </FlexItem>
      </Flex>
      <PagedTable
        label={settings.table}
        empty={{ title: settings.empty, body: settings.emptyBody }}
        columns={columnsFor((action, setting) => setOpened({ action, setting }))}
        keyOf={({ key = '' }) => key}
        found={found}
        paging={paging}
      />
      {opened && <Dialog id={id} opened={opened} onChanged={onChanged} onClose={() => setOpened(undefined)} />}
    </section>
  );
}

function Dialog(props: ConfigSectionProps & { opened: Opened; onClose: () => void }) {
  const { id, opened, onChanged, onClose } = props;
  if (opened.action === 'add') {
    return <SettingDialog id={id} onChanged={onChanged} onClose={onClose} />;
  }
  const { key = '' } = opened.setting;
  switch (opened.action) {
    case 'edit':
      return <SettingDialog id={id} name={key} onChanged={onChanged} onClose={onClose} />;
    case 'history':
      return <HistoryDialog id={id} name={key} onClose={onClose} />;
    case 'unset':
      return <UnsetDialog id={id} name={key} onClose={onClose} />;
  }
}

function columnsFor(open: (action: Action, setting: Setting) => void) {
  const { settings } = text;
  return [
    { title: settings.key, cell: ({ key }: Setting) => <KeyCell name={key ?? ''} /> },
    { title: settings.value, cell: (setting: Setting) => <SettingValue setting={setting} /> },
    {
      title: settings.origin,
      cell: ({ origin }: Setting) => origin && <span className="console-words">{settings.origins[origin] ?? origin}</span>,
    },
    {
      title: settings.secret,
      cell: ({ secret }: Setting) =>
        secret && (
          <Label isCompact variant="outline" icon={<LockIcon />}>
            {settings.secret}
          </Label>
        ),
    },
    {
      title: settings.changed,
      cell: ({ updatedAt }: Setting) => (updatedAt ? <When at={updatedAt} /> : settings.neverSet),
    },
    { title: settings.actions, cell: (setting: Setting) => <Actions setting={setting} open={open} /> },
  ];
}

function KeyCell({ name }: { name: string }) {
  return <span className="console-id console-key">{name}</span>;
}

interface ActionsProps {
  setting: Setting;
  open: (action: Action, setting: Setting) => void;
}

function Actions({ setting, open }: ActionsProps) {
  const { settings } = text;
  const { key = '', origin } = setting;
  return (
    <Flex columnGap={{ default: 'columnGapMd' }}>
      <Button variant="link" isInline aria-label={settings.editOf(key)} onClick={() => open('edit', setting)}>
        {settings.edit}
      </Button>
      <Button variant="link" isInline aria-label={settings.historyOf(key)} onClick={() => open('history', setting)}>
        {settings.history}
      </Button>
      {origin === 'tenant' && (
        <Button variant="link" isInline isDanger aria-label={settings.unsetOf(key)} onClick={() => open('unset', setting)}>
          {settings.unset}
        </Button>
      )}
    </Flex>
  );
}
