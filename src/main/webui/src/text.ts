import { accessText } from './text/access';
import { auditText } from './text/audit';
import { brandingText } from './text/branding';
import { chartsText } from './text/charts';
import { createText } from './text/create';
import { dashboardText } from './text/dashboard';
import { databaseText } from './text/database';
import { firstAdministratorText } from './text/firstAdministrator';
import { brand, frameText, titleOf } from './text/frame';
import { identityText } from './text/identity';
import { isolationText as isolationReportText } from './text/isolation';
import { keysText } from './text/keys';
import { migrationsText } from './text/migrations';
import { mineText } from './text/mine';
import { copyText, pagingText } from './text/parts';
import { provisioningText } from './text/provisioning';
import { settingsText } from './text/settings';
import { signInText, startFailedText } from './text/signIn';
import { conflictText, crashText, notFoundText, stateText } from './text/state';
import { paletteText, switchingText } from './text/switching';
import { dangerText, tenantText } from './text/tenant';
import { tenantExportText } from './text/tenantExport';
import { bulkText, tenantsText } from './text/tenants';
import { usageText } from './text/usage';
import { usageHistoryText } from './text/usageHistory';
import { usersText } from './text/users';
import {
  fieldText,
  isolationHintText,
  isolationText,
  planHintText,
  planText,
  progressText,
  statusText,
} from './text/words';

/** All that the console says, in one place: a file of `text/` for each part of the console. */
export const text = {
  brand,
  titleOf,
  frame: frameText,
  signIn: signInText,
  startFailed: startFailedText,
  crash: crashText,
  notFound: notFoundText,
  state: stateText,
  conflict: conflictText,
  copy: copyText,
  paging: pagingText,
  status: statusText,
  progress: progressText,
  plan: planText,
  planHint: planHintText,
  isolation: isolationText,
  isolationHint: isolationHintText,
  field: fieldText,
  tenants: tenantsText,
  bulk: bulkText,
  create: createText,
  provisioning: provisioningText,
  tenant: tenantText,
  danger: dangerText,
  branding: brandingText,
  users: usersText,
  usage: usageText,
  audit: auditText,
  mine: mineText,
  charts: chartsText,
  dashboard: dashboardText,
  isolationReport: isolationReportText,
  migrations: migrationsText,
  usageHistory: usageHistoryText,
  access: accessText,
  switching: switchingText,
  palette: paletteText,
  firstAdministrator: firstAdministratorText,
  settings: settingsText,
  keys: keysText,
  database: databaseText,
  identity: identityText,
  tenantExport: tenantExportText,
} as const;
