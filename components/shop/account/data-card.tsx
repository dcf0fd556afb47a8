import { Button } from '#components/ui/button';
import { Link } from '#components/ui/link';

/** What one can have and what one can ask for: a file of everything, and to be forgotten. Works without script. */
export function DataCard() {
  return (
    <section className="account-card card" aria-labelledby="data-title">
      <h2 id="data-title">Your data</h2>
      <p>
        Everything we keep about you, as a file that people and programs can read: your details, orders, messages, and
        what we have noted.
      </p>
      <div className="account-actions">
        <form action="/account/export" method="post">
          <Button type="submit" variant="secondary" icon="download">
            Download my data
          </Button>
        </form>
        <Link className="account-erase-link" href="/account/erase">
          Erase my data …
        </Link>
      </div>
    </section>
  );
}
