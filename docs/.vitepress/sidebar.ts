import type { DefaultTheme } from 'vitepress';

const page = (text: string, name: string) => ({ text, link: `/${name}` });

/** Every page of the site, in the order in which it is read. */
export const sidebar: DefaultTheme.SidebarItem[] = [
  {
    text: 'Start',
    items: [
      page('What it is', ''),
      page('Quickstart', 'quickstart'),
      page('Connect a real Beeper', 'connect'),
      page('From your page', 'from-your-page'),
    ],
  },
  {
    text: 'Guides',
    items: [
      page('Conversation', 'conversation'),
      page('Live', 'live'),
      page('Pictures and files', 'files'),
      page('Errors', 'errors'),
      page('Clients in other languages', 'clients'),
      page('The example app', 'example-app'),
    ],
  },
  {
    text: 'Run it',
    items: [
      page('Settings', 'settings'),
      page('Command line', 'command-line'),
      page('In your own server', 'embed'),
      page('Operations', 'operations'),
      page('Security', 'security'),
      page('Federation', 'federation'),
    ],
  },
  {
    text: 'Reference',
    items: [
      page('Coverage of Beeper’s API', 'coverage'),
      page('Performance', 'performance'),
      page('Architecture', 'architecture'),
      page('Changelog', 'changelog'),
    ],
  },
];
