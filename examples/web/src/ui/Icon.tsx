const paths = {
  alert: 'M12 4 2.5 20h19zM12 10v4.5M12 17.4v.1',
  archive: 'M3.5 5h17v4h-17zM5 9v10h14V9M10 13h4',
  attach: 'm20 11-8.3 8.3a5 5 0 0 1-7-7L13 4a3.4 3.4 0 0 1 4.8 4.8l-8.3 8.3a1.7 1.7 0 0 1-2.4-2.4L14.7 7',
  back: 'M15 5l-7 7 7 7',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  checks: 'm2 12.5 4.5 4.5L16 7.5M11 16l1 1 9.5-9.5',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2',
  close: 'M6 6l12 12M18 6 6 18',
  down: 'm5 9 7 7 7-7',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  help: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.9-1.1 1.8M12 16.6v.1',
  mute: 'M6 16V11a6 6 0 0 1 1-3.3M9.5 5.5A6 6 0 0 1 18 11v2M6 16l-1.5 2H17M10 21h4M3.5 3.5l17 17',
  pin: 'M9 3.5h6l-.8 6 3.3 3.5v1.5h-11V13l3.3-3.5zM12 14.5V21',
  plus: 'M12 5v14M5 12h14',
  react: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM8.5 14a4 4 0 0 0 7 0M9 9.5v.1M15 9.5v.1',
  reply: 'M9 6 3.5 11.5 9 17M4 11.5h9a7 7 0 0 1 7 7',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20 20',
  send: 'M4 12 20.5 4.5 15 20l-4-6.5zM11 13.5l9.5-9',
} as const;

/** A picture beside a text, or in a button that has a name: screen readers skip it. */
export function Icon({ name, size = 'normal' }: { name: keyof typeof paths; size?: 'normal' | 'small' }) {
  return (
    <svg className="icon" data-size={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
