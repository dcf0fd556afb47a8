/** Letters about somebody's login. `token=` in a link is masked in the outbox of a shop that really sends. */

type Facts = { shop: string; name: string; link: string; other: string };
type Letter = { subject: string; text: string };

const EN = {
  confirm: ({ shop, name, link }: Facts): Letter => ({
    subject: `Confirm your account at ${shop}`,
    text: `Hello ${name},\n\nopen this link and enter the password you chose; then your account is ready:\n\n${link}\n\nThe link is good for 24 hours. If you did not ask for an account, do nothing: without it there is none.\n\n${shop}`,
  }),
  known: ({ shop, link, other }: Facts): Letter => ({
    subject: `Your account at ${shop}`,
    text: `Hello,\n\nsomebody, perhaps you, asked for an account with this address. You already have one. Sign in:\n\n${link}\n\nForgotten the password? Choose a new one:\n\n${other}\n\nIf it was not you, do nothing.\n\n${shop}`,
  }),
  reset: ({ shop, name, link }: Facts): Letter => ({
    subject: `A new password for ${shop}`,
    text: `Hello ${name},\n\nopen this link to choose a new password:\n\n${link}\n\nIt works once, for 30 minutes. If you did not ask for it, do nothing: your password stays as it is.\n\n${shop}`,
  }),
  unknown: ({ shop, link }: Facts): Letter => ({
    subject: `A new password for ${shop}`,
    text: `Hello,\n\nsomebody, perhaps you, asked for a new password with this address. There is no account with it. Perhaps yours has another address; or make one:\n\n${link}\n\nIf it was not you, do nothing.\n\n${shop}`,
  }),
  email: ({ shop, name, link }: Facts): Letter => ({
    subject: `Confirm your address for ${shop}`,
    text: `Hello ${name},\n\nopen this link to use this address for your account:\n\n${link}\n\nIt is good for 24 hours. If you did not ask for it, do nothing.\n\n${shop}`,
  }),
  changed: ({ shop, name, other }: Facts): Letter => ({
    subject: `Your account at ${shop} was changed`,
    text: `Hello ${name},\n\nthe password or the address of your account was changed just now. If it was not you, choose a new password at once:\n\n${other}\n\n${shop}`,
  }),
  second_step: ({ shop, name, link }: Facts): Letter => ({
    subject: `Your second step at ${shop} was reset`,
    text: `Hello ${name},\n\nan admin has just switched off the code that you sign in with at the order desk, and signed you out everywhere. Your password alone opens it now. Sign in and set the code up again, under your name:\n\n${link}\n\nIf you did not ask for it, tell the shop at once.\n\n${shop}`,
  }),
};
export type LetterKind = keyof typeof EN;

const RO: typeof EN = {
  confirm: ({ shop, name, link }) => ({
    subject: `Confirmă contul la ${shop}`,
    text: `Bună ${name},\n\ndeschide acest link și introdu parola aleasă; apoi contul tău este gata:\n\n${link}\n\nLinkul este valabil 24 de ore. Dacă nu ai cerut un cont, nu face nimic: fără el nu există niciun cont.\n\n${shop}`,
  }),
  known: ({ shop, link, other }) => ({
    subject: `Contul tău la ${shop}`,
    text: `Bună,\n\ncineva, poate tu, a cerut un cont cu această adresă. Ai deja unul. Intră în cont:\n\n${link}\n\nAi uitat parola? Alege una nouă:\n\n${other}\n\nDacă nu ai fost tu, nu face nimic.\n\n${shop}`,
  }),
  reset: ({ shop, name, link }) => ({
    subject: `O parolă nouă pentru ${shop}`,
    text: `Bună ${name},\n\ndeschide acest link ca să alegi o parolă nouă:\n\n${link}\n\nFuncționează o singură dată, timp de 30 de minute. Dacă nu ai cerut-o, nu face nimic: parola rămâne aceeași.\n\n${shop}`,
  }),
  unknown: ({ shop, link }) => ({
    subject: `O parolă nouă pentru ${shop}`,
    text: `Bună,\n\ncineva, poate tu, a cerut o parolă nouă cu această adresă. Nu există niciun cont cu ea. Poate contul tău are altă adresă; sau creează unul:\n\n${link}\n\nDacă nu ai fost tu, nu face nimic.\n\n${shop}`,
  }),
  email: ({ shop, name, link }) => ({
    subject: `Confirmă adresa pentru ${shop}`,
    text: `Bună ${name},\n\ndeschide acest link ca să folosești această adresă pentru contul tău:\n\n${link}\n\nEste valabil 24 de ore. Dacă nu ai cerut asta, nu face nimic.\n\n${shop}`,
  }),
  changed: ({ shop, name, other }) => ({
    subject: `Contul tău la ${shop} a fost modificat`,
    text: `Bună ${name},\n\nparola sau adresa contului tău tocmai a fost schimbată. Dacă nu ai fost tu, alege imediat o parolă nouă:\n\n${other}\n\n${shop}`,
  }),
  second_step: ({ shop, name, link }) => ({
    subject: `Al doilea pas al autentificării la ${shop} a fost resetat`,
    text: `Bună ${name},\n\nun administrator tocmai a dezactivat codul cu care intri în panoul de comenzi și te-a deconectat peste tot. Acum ajunge parola. Intră și configurează din nou codul, sub numele tău:\n\n${link}\n\nDacă nu ai cerut asta, anunță imediat magazinul.\n\n${shop}`,
  }),
};

const DE: typeof EN = {
  confirm: ({ shop, name, link }) => ({
    subject: `Ihr Konto bei ${shop} bestätigen`,
    text: `Guten Tag ${name},\n\nöffnen Sie diesen Link und geben Sie das gewählte Passwort ein; dann ist Ihr Konto bereit:\n\n${link}\n\nDer Link gilt 24 Stunden. Haben Sie kein Konto gewünscht, tun Sie nichts: ohne ihn gibt es keines.\n\n${shop}`,
  }),
  known: ({ shop, link, other }) => ({
    subject: `Ihr Konto bei ${shop}`,
    text: `Guten Tag,\n\njemand, vielleicht Sie, wollte mit dieser Adresse ein Konto anlegen. Sie haben schon eines. Anmelden:\n\n${link}\n\nPasswort vergessen? Wählen Sie ein neues:\n\n${other}\n\nWaren Sie es nicht, tun Sie nichts.\n\n${shop}`,
  }),
  reset: ({ shop, name, link }) => ({
    subject: `Ein neues Passwort für ${shop}`,
    text: `Guten Tag ${name},\n\nöffnen Sie diesen Link, um ein neues Passwort zu wählen:\n\n${link}\n\nEr gilt einmal und 30 Minuten lang. Haben Sie das nicht gewünscht, tun Sie nichts: Ihr Passwort bleibt, wie es ist.\n\n${shop}`,
  }),
  unknown: ({ shop, link }) => ({
    subject: `Ein neues Passwort für ${shop}`,
    text: `Guten Tag,\n\njemand, vielleicht Sie, hat mit dieser Adresse ein neues Passwort gewünscht. Mit ihr gibt es kein Konto. Vielleicht hat Ihres eine andere Adresse; oder legen Sie eines an:\n\n${link}\n\nWaren Sie es nicht, tun Sie nichts.\n\n${shop}`,
  }),
  email: ({ shop, name, link }) => ({
    subject: `Ihre Adresse für ${shop} bestätigen`,
    text: `Guten Tag ${name},\n\nöffnen Sie diesen Link, um diese Adresse für Ihr Konto zu verwenden:\n\n${link}\n\nEr gilt 24 Stunden. Haben Sie das nicht gewünscht, tun Sie nichts.\n\n${shop}`,
  }),
  changed: ({ shop, name, other }) => ({
    subject: `Ihr Konto bei ${shop} wurde geändert`,
    text: `Guten Tag ${name},\n\nPasswort oder Adresse Ihres Kontos wurde soeben geändert. Waren Sie es nicht, wählen Sie sofort ein neues Passwort:\n\n${other}\n\n${shop}`,
  }),
  second_step: ({ shop, name, link }) => ({
    subject: `Ihr zweiter Schritt bei ${shop} wurde zurückgesetzt`,
    text: `Guten Tag ${name},\n\nsoeben wurde der Code abgeschaltet, mit dem Sie sich am Bestelltisch anmelden, und Sie wurden überall abgemeldet. Jetzt genügt Ihr Passwort. Melden Sie sich an und richten Sie den Code unter Ihrem Namen neu ein:\n\n${link}\n\nHaben Sie das nicht gewünscht, sagen Sie es sofort dem Laden.\n\n${shop}`,
  }),
};

const WORDS = { en: EN, ro: RO, de: DE };
const isLanguage = (language: string): language is keyof typeof WORDS => Object.hasOwn(WORDS, language);

/** A letter in the language of `locale` (BCP 47), English where there is none. */
export function letterWords(locale: string, kind: LetterKind, facts: Facts): Letter {
  const language = locale.slice(0, 2);
  return WORDS[isLanguage(language) ? language : 'en'][kind](facts);
}
