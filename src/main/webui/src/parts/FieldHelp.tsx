import { FormHelperText, HelperText, HelperTextItem } from '@patternfly/react-core';

interface FieldHelpProps {
  /** For the field's `aria-describedby`. */
  id: string;
  hint: string;
  /** What is wrong with what is in the field. */
  fault?: string | undefined;
}

/** Stands below a field: what may be in it, or what is wrong with what is. */
export function FieldHelp({ id, hint, fault }: FieldHelpProps) {
  return (
    <FormHelperText>
      <HelperText id={id} isLiveRegion>
        <HelperTextItem variant={fault ? 'error' : 'default'}>{fault ?? hint}</HelperTextItem>
      </HelperText>
    </FormHelperText>
  );
}
