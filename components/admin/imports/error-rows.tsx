import { ButtonLink } from '#components/ui/button';
import { Table, Td, Th } from '#components/ui/table';
import type { ImportDto } from '#lib/imports/output';
import { figure } from '../figure.ts';
import { Panel } from '../shell/stat-tile.tsx';
import { rowsText } from './words.ts';

/** What is wrong, by row, and the file of these rows to mend. */
export function ErrorRows({ of, locale }: { of: ImportDto; locale: string }) {
  if (of.error_rows === 0) return null;
  const isForgotten = of.rows_kept_until === null;
  const shown = new Set(of.errors.map(({ row }) => row)).size;
  return (
    <Panel title={of.error_rows === 1 ? 'One row is left out' : `${figure(of.error_rows, locale)} rows are left out`}>
      <div className="import-mend">
        <p>
          {isForgotten
            ? 'The rows of this file have been forgotten, as all are after fourteen days.'
            : 'Mend them in the file you download, and import that file: rows that are done already stay as they are.'}
        </p>
        {isForgotten ? null : (
          <ButtonLink variant="secondary" icon="download" href={`/api/admin/imports/${of.id}/errors`} download="">
            Download these rows
          </ButtonLink>
        )}
      </div>
      {of.errors.length > 0 ? (
        <Table caption="Rows that are left out" stack>
          <thead>
            <tr>
              <Th num>Row</Th>
              <Th>Column</Th>
              <Th>What is wrong</Th>
            </tr>
          </thead>
          <tbody>
            {of.errors.map((error) => (
              <tr key={`${error.row} ${error.field} ${error.message}`}>
                <Td num label="Row">
                  {error.row}
                </Td>
                <Td label="Column">{error.field === '' ? 'The whole row' : <code>{error.field}</code>}</Td>
                <Td label="What is wrong">{error.message}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : null}
      {shown < of.error_rows && shown > 0 ? (
        <p className="field-hint mt-3">
          These are the first {rowsText(shown, figure(shown, locale))}. The file has all {figure(of.error_rows, locale)}
          .
        </p>
      ) : null}
    </Panel>
  );
}
