/**
 * Own line icons on a 24 grid, drawn with one stroke weight. Decorative: the words beside them, or the
 * label of the button around them, say what they mean. `<Icon name="cart" size={20} />`
 */
const paths = {
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6 6 18',
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM15.3 15.3 20 20',
  cart: 'M3.5 9.5h17l-1.6 9.2a1.6 1.6 0 0 1-1.6 1.3H6.7a1.6 1.6 0 0 1-1.6-1.3L3.5 9.5ZM8 9.5 10.5 4M16 9.5 13.5 4M9.5 13v3.5M14.5 13v3.5',
  user: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM4.5 20.5c.6-3.6 3.6-5.5 7.5-5.5s6.9 1.9 7.5 5.5',
  users:
    'M9 5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM2.5 19.5c.5-3 3-4.7 6.5-4.7s6 1.7 6.5 4.700M16 5.300a3.5 3.5 0 0 1 0 6.400M18 15.300c2 .7 3.2 2.2 3.5 4.2',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  check: 'M4.5 12.5 10 18 19.5 7',
  chevronDown: 'M6 9.5 12 15.5 18 9.5',
  chevronLeft: 'M14.5 6 8.5 12 14.5 18',
  chevronRight: 'M9.5 6 15.5 12 9.5 18',
  arrowRight: 'M4 12h15M13 6l6 6-6 6',
  arrowUp: 'M12 20V5M6 11l6-6 6 6',
  arrowDown: 'M12 4v15M6 13l6 6 6-6',
  clock: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16ZM12 7.500V12l3 2',
  calendar: 'M4.5 6.500h15v13h-15zM4.5 10.500h15M8.5 4v4M15.5 4v4',
  pin: 'M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11ZM12 7.500a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z',
  phone:
    'M6.5 4h3l1.5 4.5-2 1.500a11 11 0 0 0 5 5l1.5-2 4.5 1.500v3c0 1-.8 1.6-1.7 1.500C10.5 18.5 5.5 13.5 5 5.7 4.9 4.8 5.5 4 6.5 4Z',
  chat: 'M4 5h16v11H11l-4.500 4v-4H4zM8 9h8M8 12h5',
  mail: 'M3.5 6h17v12h-17zM4 6.500l8 6.5 8-6.5',
  truck:
    'M3 6.500h11v10H3zM14 10h4l3 3v3.500h-7M7 15.500a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM17 15.500a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z',
  bag: 'M5 8.500h14l1 12H4zM8.5 11V7.500a3.5 3.5 0 0 1 7 0V11',
  gift: 'M4 11.500h16v8.500H4zM3 8h18v3.500H3zM12 8v12M12 8C9 8 7 7 7 5.500S9.5 3 12 8c2.5-5 5-4 5-2.500S15 8 12 8Z',
  leaf: 'M5 19c0-9 5-14 15-14 0 10-5 14.5-11.5 14.500C7 19.5 5.5 18.5 5 17M5 20.500c1.5-5 4.5-8 9-10',
  tag: 'M4 4h8l8.5 8.5-7.5 7.500L4.5 11.500zM8 7.200a.8.8 0 1 1 0 1.6.8.8 0 0 1 0-1.600Z',
  box: 'M4 7.5 12 3.500l8 4v9l-8 4-8-4zM4 7.500l8 4 8-4M12 11.500v9',
  oven: 'M4 4.500h16v15H4zM4 9h16M7 6.800h.01M10 6.800h.01M17 6.800h-3M7 12.500h10v4H7z',
  receipt: 'M6 3.500h12v17l-2-1.5-2 1.5-2-1.5-2 1.5-2-1.5-2 1.500zM9 8h6M9 12h6',
  checklist:
    'M4 6.500 5.500 8 8.5 5M4 12.500 5.500 14 8.5 11M4 18.500 5.500 20 8.5 17M12 6.500h8M12 12.500h8M12 18.500h8',
  chart: 'M4 20h16M7 16v-4M12 16V6M17 16v-7',
  grid: 'M4.5 4.500h6v6h-6zM13.5 4.500h6v6h-6zM4.5 13.500h6v6h-6zM13.5 13.500h6v6h-6z',
  gear: 'M12 8.500a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.600l2.2 2.200M16.2 16.200l2.2 2.200M5.6 18.400l2.2-2.200M16.2 7.800l2.2-2.2',
  pencil: 'M4.5 19.500l1-4L16 5l3 3L8.5 18.500zM13.5 7.500l3 3',
  trash: 'M5 7h14M9 7V4.500h6V7M7 7l.8 13h8.400L17 7M10.5 10.500v6M13.5 10.500v6',
  archive: 'M3.5 5h17v4h-17zM5 9v10.500h14V9M9.5 13h5',
  image: 'M4 5h16v14H4zM4 16.500l5-5 4 4 2.5-2.5 4.5 4.500M15 8.200a.8.8 0 1 1 0 1.6.8.8 0 0 1 0-1.600Z',
  coins: 'M9 5a5 5 0 1 1 0 10A5 5 0 0 1 9 5ZM16.2 9.300a5 5 0 1 1-5 8.400M9 8v4',
  copy: 'M9 8.500h11v11.500H9zM5.5 15.500H4V4h11v1.500',
  download: 'M12 4v11M7 10.500l5 5 5-5M4.5 20h15',
  print: 'M7 8.500V4h10v4.500M7 17H4V8.500h16V17h-3M7 14h10v6H7z',
  signOut: 'M10 4.500H5v15h5M14.5 8l4 4-4 4M9.5 12h9',
  alert: 'M12 4 21 19.500H3zM12 10v4.500M12 16.800v.4',
  info: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16ZM12 11v5M12 8v.4',
  panel: 'M4 5h16v14H4zM9.5 5v14',
  globe: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16ZM4 12h16M12 4c4.5 4.5 4.5 11.5 0 16M12 4c-4.5 4.5-4.5 11.5 0 16',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  bell: 'M6 16.500V11a6 6 0 0 1 12 0v5.500l1.5 1.500h-15zM10 20.500h4',
  bellOff: 'M6 16.500V11a6 6 0 0 1 8.500-5.500M18 11v5.500l1.500 1.500h-15L6 16.500M10 20.500h4M4 4l16 16',
  keyboard: 'M3 6.500h18v11H3zM6.500 10h.01M10 10h.01M13.500 10h.01M17 10h.01M7.500 14h9',
  filter: 'M4 6h16M7 12h10M10 18h4',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 20, className }: { name: IconName; size?: number; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      className={className}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 3 : 1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
