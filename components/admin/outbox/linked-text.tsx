const LINK = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/;

/** Plain text with its addresses as links. They open whatever they name, the signed links of customers too. */
export function LinkedText({ children }: { children: string }) {
  return children.split(LINK).map((part, at) =>
    LINK.test(part) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change places
      <a key={at} href={part} target="_blank" rel="noopener noreferrer">
        {part}
      </a>
    ) : (
      part
    ),
  );
}
