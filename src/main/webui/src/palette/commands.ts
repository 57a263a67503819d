import { useTenant } from '@aegisx/tenancy-client/react';
import { useNavigate } from 'react-router';
import { pagesFor } from '../app/navigation';
import { THEMES, useTheme } from '../app/theme';
import type { Choice, ChoiceGroup } from '../parts/Picker';
import { useSession } from '../session/Session';
import { useTenantById } from '../tenant/queries';
import { tabsFor } from '../tenant/tabs';
import { text } from '../text';

/** What matches all of the words that are typed, wherever they stand. */
export function isMatch(label: string, typed: string): boolean {
  const words = typed.toLowerCase().split(/\s+/);
  return words.every((word) => label.toLowerCase().includes(word));
}

/** Pages and actions that match what is typed. */
export function useCommands(typed: string, onChosen: () => void, onHelp: () => void): readonly ChoiceGroup[] {
  const { identity, signOut } = useSession();
  const navigate = useNavigate();
  const here = useTenant().subdomain;
  const { data } = useTenantById(here ?? '', here !== undefined);
  const [theme, chooseTheme] = useTheme();
  const command = (key: string, label: string, act: () => void, isCurrent = false): Choice => ({
    key,
    label,
    ...(isCurrent && { isCurrent }),
    run: () => {
      onChosen();
      act();
    },
  });
  const page = (to: string, label: string) => command(`page-${to}`, label, () => void navigate(to));
  const groups: ChoiceGroup[] = [
    {
      label: text.palette.ofTenant(data?.tenant.name ?? ''),
      choices: data && here ? tabsFor(identity).map((tab) => page(`/tenants/${here}/${tab}`, text.tenant.tabs[tab])) : [],
    },
    { label: text.palette.pages, choices: pagesFor(identity).map(({ to, label }) => page(to, label)) },
    {
      label: text.palette.actions,
      choices: [
        ...THEMES.map((each) =>
          command(`theme-${each}`, text.palette.theme(text.frame.theme[each]), () => chooseTheme(each), each === theme),
        ),
        command('help', text.palette.shortcuts, onHelp),
        command('sign-out', text.frame.signOut, signOut),
      ],
    },
  ];
  return groups.map(({ label, choices }) => ({
    label,
    choices: choices.filter((choice) => isMatch(choice.label, typed.trim())),
  }));
}
