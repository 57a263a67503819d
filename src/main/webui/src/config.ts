import { createContext, useContext } from 'react';

/** What the service tells the console about where it runs. */
export interface ConsoleConfig {
  issuer: string;
  clientId: string;
  scope: string;
  /** Tenants are at hosts directly below it. */
  baseDomain: string;
}

export async function loadConfig(): Promise<ConsoleConfig> {
  const response = await fetch(`${import.meta.env.BASE_URL}config.json`, { cache: 'no-store' });
  if (!response.ok) {
    throw new Error(`config.json: ${response.status}`);
  }
  return configOf(await response.json());
}

/** A wrong setting is told by name here, rather than by a sign-in that fails for no visible reason. */
export function configOf(document: unknown): ConsoleConfig {
  const fields = typeof document === 'object' && document !== null ? { ...document } : {};
  const text = (name: keyof ConsoleConfig): string => {
    const value = (fields as Record<string, unknown>)[name];
    if (typeof value !== 'string' || value === '') {
      throw new Error(`config.json: ${name} is missing`);
    }
    return value;
  };
  return {
    issuer: text('issuer'),
    clientId: text('clientId'),
    scope: text('scope'),
    baseDomain: text('baseDomain'),
  };
}

export const ConfigContext = createContext<ConsoleConfig | undefined>(undefined);

export function useConfig(): ConsoleConfig {
  const config = useContext(ConfigContext);
  if (!config) {
    throw new Error('There is no ConfigContext around this component');
  }
  return config;
}
