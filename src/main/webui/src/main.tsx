import '@patternfly/react-core/dist/styles/base.css';
import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AuthProvider } from 'react-oidc-context';
import { App } from './app/App';
import { ErrorBoundary } from './app/ErrorBoundary';
import { StartFailed } from './app/StartFailed';
import { applyTheme } from './app/theme';
import { loadConfig } from './config';
import { Gate } from './session/Gate';
import { oidcSettings } from './session/oidc';

applyTheme();

const container = document.getElementById('root');
if (container) {
  const root = createRoot(container);
  try {
    const config = await loadConfig();
    root.render(
      <StrictMode>
        <ErrorBoundary>
          <AuthProvider {...oidcSettings(config)}>
            <Gate>
              <App config={config} />
            </Gate>
          </AuthProvider>
        </ErrorBoundary>
      </StrictMode>,
    );
  } catch (cause) {
    root.render(<StartFailed cause={cause} />);
  }
}
