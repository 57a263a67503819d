import {
  Flex,
  FlexItem,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  TextInput,
} from '@patternfly/react-core';
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
      <Help id={`${field}-help`} valid={valid} hint={text.branding.colourHint} bad={text.branding.colourBad} />
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
      <Help
        id={`${field}-help`}
        valid={valid}
        hint={value.startsWith('http:') ? addressPlain : addressHint}
        bad={addressBad}
      />
    </FormGroup>
  );
}

function Help(props: { id: string; valid: boolean; hint: string; bad: string }) {
  const { id, valid, hint, bad } = props;
  return (
    <FormHelperText>
      <HelperText id={id} isLiveRegion>
        <HelperTextItem variant={valid ? 'default' : 'error'}>{valid ? hint : bad}</HelperTextItem>
      </HelperText>
    </FormHelperText>
  );
}
