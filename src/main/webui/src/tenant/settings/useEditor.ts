import { useEffect, useState } from 'react';
import { isConflict } from '../../api/problems';
import { useNotice } from '../../parts/Notices';
import { text } from '../../text';
import { useReadSetting, useSaveSetting, type VersionedSetting } from './queries';
import { convert, enteredOf, isKey, type Kind, kindOf, read } from './values';

export interface Entered {
  key: string;
  kind: Kind;
  value: string;
  secret: boolean;
}

interface EditorOptions {
  id: string;
  base: VersionedSetting | undefined;
  /** A secret whose value the caller may not see. */
  unseen: boolean;
  onChanged: (changed: boolean) => void;
  onSaved: () => void;
}

/** What is entered, whether it would be taken, and saving it. */
export function useEditor({ id, base, unseen, onChanged, onSaved }: EditorOptions) {
  const [start] = useState(() => startOf(base, unseen));
  const [entered, setEntered] = useState(start);
  const [taken, setTaken] = useState<string>();
  const [checking, setChecking] = useState(false);
  const [checkError, setCheckError] = useState<unknown>();
  const notify = useNotice();
  const readSetting = useReadSetting();
  const result = read(entered.kind, entered.value);
  const changed = Object.keys(start).some((name) => start[name as keyof Entered] !== entered[name as keyof Entered]);
  useEffect(() => onChanged(changed), [changed, onChanged]);
  const save = useSaveSetting(id, (key) => {
    notify(text.settings.valueSaved(key));
    onSaved();
  });

  const submit = async () => {
    if (result.fault !== undefined || !isKey(entered.key)) {
      return;
    }
    setCheckError(undefined);
    setChecking(true);
    try {
      // Adding must not take the place of a value that somebody has not even seen.
      if (!base && (await readSetting(entered.key))) {
        setTaken(entered.key);
        return;
      }
    } catch (error) {
      setCheckError(error);
      return;
    } finally {
      setChecking(false);
    }
    save.mutate({ key: entered.key, value: result.value, secret: entered.secret, etag: base?.etag });
  };

  return {
    entered,
    set: (change: Partial<Entered>) => setEntered((now) => ({ ...now, ...change })),
    choose: (kind: Kind) =>
      setEntered((now) => (now.kind === kind ? now : { ...now, kind, value: convert(now.value, kind) })),
    changed,
    fault: result.fault,
    keyFault: keyFault(entered.key, taken),
    // What is the tenant's already, unchanged, need not be saved; what comes from below may be.
    ready: result.fault === undefined && isKey(entered.key) && changed && !checking && !save.isPending,
    isPending: checking || save.isPending,
    error: checkError ?? save.error,
    isConflict: isConflict(save.error),
    submit: () => void submit(),
  };
}

function startOf(base: VersionedSetting | undefined, unseen: boolean): Entered {
  if (!base) {
    return { key: '', kind: 'text', value: '', secret: false };
  }
  const { key = '', value, secret = false } = base.setting;
  return unseen ? { key, kind: 'text', value: '', secret } : { key, kind: kindOf(value), value: enteredOf(value), secret };
}

function keyFault(key: string, taken: string | undefined): string | undefined {
  if (key !== '' && !isKey(key)) {
    return text.settings.keyBad;
  }
  return taken !== undefined && taken === key ? text.settings.keyTaken(key) : undefined;
}
