import { Table, Td, Th } from '#components/ui/table';
import type { Health } from '#lib/system/queries';
import { figure } from '../figure.ts';

/** What takes the database longest, where it keeps a record of it. */
export function SlowQueries({ slow, locale }: { slow: Health['slow']; locale: string }) {
  if (slow === null) {
    return (
      <p className="text-ink-soft">
        The database keeps no record. To see which queries are slow, set shared_preload_libraries to pg_stat_statements
        in postgresql.conf, restart it, and run CREATE EXTENSION pg_stat_statements in the database of the shop.
      </p>
    );
  }
  if (slow.length === 0) return <p className="text-ink-soft">No query takes a millisecond on average.</p>;
  return (
    <Table caption="Slowest queries" stack>
      <thead>
        <tr>
          <Th>Query</Th>
          <Th num>On average</Th>
          <Th num>Times</Th>
        </tr>
      </thead>
      <tbody>
        {slow.map(({ text, mean_ms: mean, calls }) => (
          <tr key={text}>
            <Td label="Query">
              <code className="slow-query">{text}</code>
            </Td>
            <Td num label="On average">
              {mean < 10 ? mean.toFixed(1) : figure(Math.round(mean), locale)} ms
            </Td>
            <Td num label="Times">
              {figure(calls, locale)}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
