import type { AlarmName } from '#db/enums';
import type { Language } from '#lib/i18n/languages';
import type { Facts } from './watch-rules.ts';

/** What an alarm is called, what was seen and what to do, in the languages the shop writes mail in. */

type Words = { title: string; problem: string; advice: string };

const WORDS: Record<Language, Record<AlarmName, Words>> = {
  en: {
    stock: {
      title: 'The stock does not add up',
      problem:
        'Counted again from their movements, {variants} products, {days} days of production and {slots} times differ.',
      advice:
        'Something wrote past the shop. Count what is there, set it at the product, then run npm run admin -- settle-stock.',
    },
    jobs: {
      title: 'Background work was given up',
      problem: '{failed} pieces of work failed so often that they are not tried again.',
      advice: 'See why under System, Jobs, mend it and try them again.',
    },
    events: {
      title: 'What happens is not being told',
      problem: '{events} events wait, the oldest for {minutes} minutes.',
      advice: 'See that the worker runs. A transaction left open in the database holds it back as well.',
    },
    messages: {
      title: 'Messages are not being sent',
      problem: '{failed} failed since anything was last sent; the oldest has waited {minutes} minutes.',
      advice: 'See why under System, Outbox, check the mail service, and send again what people still need.',
    },
    disk: {
      title: 'The disk is nearly full',
      problem: '{free_mb} MB are left where the data folder is.',
      advice: 'Free some space or move DATA_DIR. A full disk ends orders and backups.',
    },
    certificate: {
      title: 'The certificate is about to end',
      problem: 'The one of {host} is good for {days} more days.',
      advice: 'See why it was not renewed. When it has ended, browsers turn customers away.',
    },
    backup: {
      title: 'A backup is overdue',
      problem: 'A planned backup that can be relied on has been missing for {hours} h.',
      advice: 'System, Backups says why. Until there is one, a broken disk takes what was sold since the last.',
    },
  },
  ro: {
    stock: {
      title: 'Stocul nu se potrivește',
      problem: 'Recalculat din mișcări, diferă la {variants} produse, {days} zile de producție și {slots} intervale.',
      advice:
        'Ceva a scris pe lângă magazin. Numărați ce există, corectați la produs, apoi rulați npm run admin -- settle-stock.',
    },
    jobs: {
      title: 'Lucrări din fundal abandonate',
      problem: 'Lucrări care au eșuat de prea multe ori și nu se mai reiau: {failed}.',
      advice: 'Vedeți motivul la System, Jobs, remediați-l și reluați-le.',
    },
    events: {
      title: 'Ce se întâmplă nu se mai anunță',
      problem: 'Evenimente în așteptare: {events}; cel mai vechi așteaptă de {minutes} minute.',
      advice:
        'Verificați că rulează procesul de fundal. Îl ține pe loc și o tranzacție rămasă deschisă în baza de date.',
    },
    messages: {
      title: 'Mesajele nu pleacă',
      problem: 'Eșuate de la ultimul mesaj trimis: {failed}; cel mai vechi așteaptă de {minutes} minute.',
      advice: 'Vedeți motivul la System, Outbox, verificați serviciul de e-mail și retrimiteți ce mai este nevoie.',
    },
    disk: {
      title: 'Discul este aproape plin',
      problem: 'Au mai rămas {free_mb} MB acolo unde este dosarul de date.',
      advice: 'Eliberați spațiu sau mutați DATA_DIR. Un disc plin oprește comenzile și copiile de siguranță.',
    },
    certificate: {
      title: 'Certificatul expiră în curând',
      problem: 'Cel pentru {host} mai este valabil {days} zile.',
      advice: 'Vedeți de ce nu s-a reînnoit. După expirare, browserele opresc clienții.',
    },
    backup: {
      title: 'Lipsește o copie de siguranță',
      problem: 'De {hours} h lipsește o copie planificată pe care să se poată conta.',
      advice:
        'Vedeți motivul la System, Backups. Până atunci, un disc stricat ia cu el tot ce s-a vândut de la ultima copie.',
    },
  },
  de: {
    stock: {
      title: 'Der Bestand stimmt nicht',
      problem:
        'Aus den Bewegungen neu gezählt weichen {variants} Produkte, {days} Produktionstage und {slots} Zeiten ab.',
      advice:
        'Etwas hat am Laden vorbei geschrieben. Zählen Sie nach, tragen Sie es beim Produkt ein, dann: npm run admin -- settle-stock.',
    },
    jobs: {
      title: 'Hintergrundarbeit wurde aufgegeben',
      problem: 'So oft gescheitert, dass es nicht mehr versucht wird: {failed}.',
      advice: 'Unter System, Jobs steht der Grund: beheben und dort noch einmal versuchen.',
    },
    events: {
      title: 'Was geschieht, wird nicht gemeldet',
      problem: 'Wartende Ereignisse: {events}, das älteste seit {minutes} Minuten.',
      advice: 'Prüfen Sie, ob der Worker läuft. Auch eine offene Transaktion in der Datenbank hält ihn auf.',
    },
    messages: {
      title: 'Nachrichten gehen nicht hinaus',
      problem: 'Gescheitert, seit zuletzt etwas gesendet wurde: {failed}; die älteste wartet seit {minutes} Minuten.',
      advice: 'Unter System, Outbox steht der Grund: Maildienst prüfen und noch einmal senden, was gebraucht wird.',
    },
    disk: {
      title: 'Die Platte ist fast voll',
      problem: 'Wo der Datenordner liegt, sind noch {free_mb} MB frei.',
      advice: 'Schaffen Sie Platz oder verlegen Sie DATA_DIR. Eine volle Platte beendet Bestellungen und Sicherungen.',
    },
    certificate: {
      title: 'Das Zertifikat läuft bald ab',
      problem: 'Das von {host} gilt noch {days} Tage.',
      advice: 'Sehen Sie nach, warum es nicht erneuert wurde. Danach weisen Browser Ihre Kunden ab.',
    },
    backup: {
      title: 'Eine Sicherung ist überfällig',
      problem: 'Seit {hours} h fehlt eine geplante Sicherung, auf die Verlass ist.',
      advice:
        'Der Grund steht unter System, Backups. Bis dahin nimmt eine kaputte Platte alles mit, was seit der letzten verkauft wurde.',
    },
  },
};

/** An alarm in words, its figures filled in. */
export function alarmWords(language: Language, name: AlarmName, facts: Facts): Words {
  const { title, problem, advice } = WORDS[language][name];
  return { title, problem: problem.replace(/\{(\w+)\}/g, (_, fact: string) => String(facts[fact] ?? '?')), advice };
}
