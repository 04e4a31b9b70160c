import { type Command, Option } from 'commander';
import { type SettingHelp, settingHelp } from '../config/settingHelp.ts';

/** `BEEPER_URL` → `--beeper-url`. */
const flagOf = (setting: string): string => `--${setting.toLowerCase().replaceAll('_', '-')}`;

const rows: readonly (readonly [setting: string, SettingHelp])[] = Object.entries(settingHelp);

const options = new Map(
  rows.map(([setting, { group, value, text }]) => [
    setting,
    new Option(`${flagOf(setting)} <${value}>`, text).helpGroup(`${group}:`),
  ]),
);

/** Gives `command` one option for each setting of the gateway. */
export function addSettingFlags(command: Command): Command {
  for (const option of options.values()) command.addOption(option);
  return command;
}

/** @returns the settings that the options of `command` give, by name, as text. */
export function settingsGiven(command: Command): Record<string, string> {
  const given: Record<string, string> = {};
  for (const [setting, option] of options) {
    const value: unknown = command.getOptionValue(option.attributeName());
    if (typeof value === 'string') given[setting] = value;
  }
  return given;
}
