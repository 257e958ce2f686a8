import type { ReactNode } from 'react';

/** A row of a summary: what it is, and what it says. Rows without content are left out. */
export type SummaryRow = readonly [key: string, value: ReactNode, action?: ReactNode];

const isEmpty = (value: ReactNode): boolean => value === null || value === undefined || value === '' || value === false;

/** Facts about one thing. */
export function Summary({ rows }: { readonly rows: readonly SummaryRow[] }): ReactNode {
  const acts = rows.some(([, value, action]) => !isEmpty(value) && action !== undefined);
  return (
    <dl className="govuk-summary-list">
      {rows.filter(([, value]) => !isEmpty(value)).map(([key, value, action]) => (
        <div className={`govuk-summary-list__row${acts && action === undefined ? ' govuk-summary-list__row--no-actions' : ''}`} key={key}>
          <dt className="govuk-summary-list__key">{key}</dt>
          <dd className="govuk-summary-list__value">{value}</dd>
          {action !== undefined && <dd className="govuk-summary-list__actions">{action}</dd>}
        </div>
      ))}
    </dl>
  );
}

interface CardProps {
  readonly title: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One thing among several of its kind. */
export const Card = ({ title, actions, children }: CardProps): ReactNode => (
  <section className="govuk-summary-card">
    <div className="govuk-summary-card__title-wrapper">
      <h3 className="govuk-summary-card__title">{title}</h3>
      {actions !== undefined && <div className="govuk-summary-card__actions">{actions}</div>}
    </div>
    <div className="govuk-summary-card__content">{children}</div>
  </section>
);

interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}

/** A table that becomes a list of labelled facts on a narrow screen, so that nobody scrolls sideways. */
export const DataTable = <Row,>({ caption, columns, rows, rowKey }: DataTableProps<Row>): ReactNode => (
  <table className="govuk-table app-table">
    <caption className="govuk-table__caption govuk-table__caption--m">{caption}</caption>
    <thead className="govuk-table__head">
      <tr className="govuk-table__row">{columns.map(({ head }) => <th scope="col" className="govuk-table__header" key={head}>{head}</th>)}</tr>
    </thead>
    <tbody className="govuk-table__body">
      {rows.map((row) => (
        <tr className="govuk-table__row" key={rowKey(row)}>
          {columns.map(({ head, cell }) => <td className="govuk-table__cell" data-label={head} key={head}><div>{cell(row)}</div></td>)}
        </tr>
      ))}
    </tbody>
  </table>
);
