import { Card, CardBody, CardTitle } from '@patternfly/react-core';
import { useEffect, useRef, useState } from 'react';
import { text } from '../text';
import { type BrandingForm, isValid } from './branding';

/** How the colours and the logo look together, before they are saved. */
export function BrandingPreview({ name, form }: { name: string; form: BrandingForm }) {
  const area = useRef<HTMLDivElement>(null);
  const { primaryColor, secondaryColor } = form;
  useEffect(() => {
    // By the object model, which the content security policy allows where it refuses attributes.
    show(area.current, '--console-primary', isValid('primaryColor', primaryColor) ? primaryColor : '');
    show(area.current, '--console-secondary', isValid('secondaryColor', secondaryColor) ? secondaryColor : '');
  }, [primaryColor, secondaryColor]);
  return (
    <Card>
      <CardTitle component="h2">{text.branding.preview}</CardTitle>
      <CardBody>
        <div className="console-preview" ref={area}>
          <div className="console-preview-bar" />
          {form.logo !== '' && isValid('logo', form.logo) ? (
            <Logo key={form.logo} address={form.logo} name={name} />
          ) : (
            <strong>{name}</strong>
          )}
          <div>
            <span className="console-swatch console-swatch-primary" aria-hidden="true" />{' '}
            {text.branding.primaryColor}
          </div>
          <div>
            <span className="console-swatch console-swatch-secondary" aria-hidden="true" />{' '}
            {text.branding.secondaryColor}
          </div>
        </div>
      </CardBody>
    </Card>
  );
}

function Logo({ address, name }: { address: string; name: string }) {
  const [broken, setBroken] = useState(false);
  if (broken) {
    return <p>{text.branding.logoBroken}</p>;
  }
  return (
    <img
      src={address}
      alt={text.branding.logoAlt(name)}
      // The address was chosen by a tenant: it need not learn who looks at it.
      referrerPolicy="no-referrer"
      onError={() => setBroken(true)}
    />
  );
}

function show(element: HTMLElement | null, property: string, value: string): void {
  if (value === '') {
    element?.style.removeProperty(property);
  } else {
    element?.style.setProperty(property, value);
  }
}
