import {
  Alert,
  Button,
  Checkbox,
  Form,
  FormGroup,
  ModalBody,
  ModalFooter,
  TextArea,
  TextInput,
  ToggleGroup,
  ToggleGroupItem,
} from '@patternfly/react-core';
import { ConflictAlert } from '../../parts/ConflictAlert';
import { FieldHelp } from '../../parts/FieldHelp';
import { ProblemAlert } from '../../parts/ProblemState';
import { TENANT_ADMIN } from '../../session/identity';
import { useSession } from '../../session/Session';
import { text } from '../../text';
import type { VersionedSetting } from './queries';
import { useEditor } from './useEditor';
import type { Kind } from './values';

interface SettingEditorProps {
  id: string;
  /** What is there now; none to add a key. */
  base?: VersionedSetting;
  onLoad?: () => void;
  /** Whether somebody wants to close it with something unsaved. */
  asking: boolean;
  onAsk: (asking: boolean) => void;
  onChanged: (changed: boolean) => void;
  onClose: () => void;
}

const KINDS: readonly Kind[] = ['text', 'json'];
const { settings } = text;

export function SettingEditor(props: SettingEditorProps) {
  const { id, base, onLoad, asking, onAsk, onChanged, onClose } = props;
  const { identity } = useSession();
  const unseen = base?.setting.secret === true && !identity.roles.includes(TENANT_ADMIN);
  const editor = useEditor({ id, base, unseen, onChanged, onSaved: onClose });
  const { entered, set, isConflict, error } = editor;
  const origin = base?.setting.origin;
  return (
    <>
      <ModalBody>
        <Form
          id="setting"
          onSubmit={(event) => {
            event.preventDefault();
            if (editor.ready) {
              editor.submit();
            }
          }}
        >
          {origin && origin !== 'tenant' && <p>{settings.overrides(settings.origins[origin] ?? origin)}</p>}
          {unseen && <p>{settings.secretUnseen}</p>}
          {!base && <KeyField value={entered.key} fault={editor.keyFault} onChange={(key) => set({ key })} />}
          <ValueField editor={editor} />
          <Checkbox
            id="setting-secret"
            label={settings.secretLabel}
            description={settings.secretHint}
            isChecked={entered.secret}
            onChange={(_event, secret) => set({ secret })}
          />
          {isConflict && onLoad ? (
            <ConflictAlert onLoad={onLoad} title={settings.changedMeanwhile} body={settings.changedMeanwhileBody} />
          ) : (
            error != null && <ProblemAlert error={error} />
          )}
          {asking && <Alert component="p" isInline isLiveRegion variant="warning" title={settings.loseTitle} />}
        </Form>
      </ModalBody>
      <ModalFooter>
        {asking ? (
          <Asking onLose={onClose} onKeep={() => onAsk(false)} />
        ) : (
          <>
            <Button type="submit" form="setting" isDisabled={!editor.ready} isLoading={editor.isPending}>
              {settings.save}
            </Button>
            <Button variant="link" onClick={() => (editor.changed ? onAsk(true) : onClose())}>
              {settings.cancel}
            </Button>
          </>
        )}
      </ModalFooter>
    </>
  );
}

function Asking({ onLose, onKeep }: { onLose: () => void; onKeep: () => void }) {
  return (
    <>
      <Button variant="danger" onClick={onLose}>
        {settings.lose}
      </Button>
      <Button variant="link" autoFocus onClick={onKeep}>
        {settings.keep}
      </Button>
    </>
  );
}

interface KeyFieldProps {
  value: string;
  fault: string | undefined;
  onChange: (key: string) => void;
}

function KeyField({ value, fault, onChange }: KeyFieldProps) {
  return (
    <FormGroup label={settings.key} isRequired fieldId="setting-key">
      <TextInput
        id="setting-key"
        isRequired
        value={value}
        spellCheck={false}
        autoComplete="off"
        aria-describedby="setting-key-help"
        validated={fault ? 'error' : 'default'}
        onChange={(_event, next) => onChange(next.trim())}
      />
      <FieldHelp id="setting-key-help" hint={settings.keyHint} fault={fault} />
    </FormGroup>
  );
}

function ValueField({ editor }: { editor: ReturnType<typeof useEditor> }) {
  const { entered, set, choose, fault } = editor;
  const isJson = entered.kind === 'json';
  return (
    <>
      <FormGroup role="group" label={settings.kind} fieldId="setting-kind">
        <ToggleGroup aria-label={settings.kind} id="setting-kind">
          {KINDS.map((kind) => (
            <ToggleGroupItem
              key={kind}
              buttonId={`setting-kind-${kind}`}
              text={settings.kinds[kind]}
              isSelected={entered.kind === kind}
              onChange={() => choose(kind)}
            />
          ))}
        </ToggleGroup>
      </FormGroup>
      <FormGroup label={settings.value} fieldId="setting-value">
        <TextArea
          id="setting-value"
          className={isJson ? 'console-id' : ''}
          value={entered.value}
          rows={isJson ? 10 : 3}
          resizeOrientation="vertical"
          spellCheck={false}
          aria-describedby="setting-value-help"
          validated={fault && entered.value !== '' ? 'error' : 'default'}
          onChange={(_event, value) => set({ value })}
        />
        <FieldHelp
          id="setting-value-help"
          hint={isJson ? (fault ?? settings.jsonHint) : settings.textHint}
          fault={entered.value === '' ? undefined : fault}
        />
        {isJson && (
          <Button
            variant="link"
            isInline
            isDisabled={fault !== undefined}
            onClick={() => set({ value: JSON.stringify(JSON.parse(entered.value), null, 2) })}
          >
            {settings.format}
          </Button>
        )}
      </FormGroup>
    </>
  );
}
