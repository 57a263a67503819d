import {
  Flex,
  FlexItem,
  FormGroup,
  TextInput,
} from '@patternfly/react-core';
import { FieldHelp } from '../parts/FieldHelp';
import { text } from '../text';
import { type ADDRESSES, type COLOURS, isValid, pickable } from './branding';

interface FieldProps<F extends string> {
  field: F;
  value: string;
  onChange: (value: string) => void;
}

export function ColourField({ field, value, onChange }: FieldProps<(typeof COLOURS)[number]>) {
  const label = text.branding[field];
  const valid = isValid(field, value);
  return (
    <FormGroup label={label} fieldId={field}>
      <Flex flexWrap={{ default: 'nowrap' }}>
        <FlexItem grow={{ default: 'grow' }}>
          <TextInput
            id={field}
            value={value}
            spellCheck={false}
            aria-describedby={`${field}-help`}
            validated={valid ? 'default' : 'error'}
            onChange={(_event, next) => onChange(next.trim())}
          />
        </FlexItem>
        <FlexItem>
          <input
            type="color"
            className="console-colour"
            aria-label={text.branding.pick(label)}
            value={pickable(value)}
            onChange={(event) => onChange(event.target.value)}
          />
        </FlexItem>
      </Flex>
      <FieldHelp
        id={`${field}-help`}
        hint={text.branding.colourHint}
        fault={valid ? undefined : text.branding.colourBad}
      />
    </FormGroup>
  );
}

export function AddressField({ field, value, onChange }: FieldProps<(typeof ADDRESSES)[number]>) {
  const valid = isValid(field, value);
  const { addressHint, addressPlain, addressBad } = text.branding;
  return (
    <FormGroup label={text.branding[field]} fieldId={field}>
      <TextInput
        id={field}
        type="url"
        value={value}
        spellCheck={false}
        aria-describedby={`${field}-help`}
        validated={valid ? 'default' : 'error'}
        onChange={(_event, next) => onChange(next.trim())}
      />
      <FieldHelp
        id={`${field}-help`}
        hint={value.startsWith('http:') ? addressPlain : addressHint}
        fault={valid ? undefined : addressBad}
      />
    </FormGroup>
  );
}
