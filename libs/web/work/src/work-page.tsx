import { URGENCIES, labelOf } from '@mash/law';
import { Reading, useDirectory, useRead, useSession } from '@mash/web-data-access';
import { DoneBanner } from '@mash/web-parts';
import { Inset, Page, Tag, momentText, timeLeft, useNow } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { WorkItem } from './tasks.js';
import { wordsOf } from './tasks.js';
import { WORK } from './work.operations.js';

function Due({ of }: { readonly of: WorkItem }): ReactNode {
  const now = useNow();
  if (of.due === null) return null;
  const { overdue, soon, words } = timeLeft(of.due, now);
  return <Tag colour={overdue ? 'red' : soon ? 'orange' : 'grey'}>{words}</Tag>;
}

/** Who has it in hand; when they are away, who covers, and where to hand it over. */
function InHand({ of }: { readonly of: WorkItem }): ReactNode {
  const { practitioners, practitionerName } = useDirectory();
  if (of.worker === null) return <span className="app-list__note">Nobody has it in hand yet.</span>;
  const absence = practitioners.find(({ id }) => id === of.awayWorker)?.absence ?? null;
  const handOver = of.kind === 'ANSWER_REQUEST' ? `/requests/${of.requestId ?? ''}/allocate` : of.enquiryId !== null ? `/enquiries/${of.enquiryId}/assign` : null;
  return (
    <span className="app-list__note">
      In hand: {practitionerName(of.worker)}
      {of.awayWorker !== null && <>, for {practitionerName(of.awayWorker)}, who is away{absence !== null && ` until ${momentText(absence.until)}`}. {handOver !== null && <Link className="govuk-link" to={handOver}>Hand over</Link>}</>}
    </span>
  );
}

function Task({ of }: { readonly of: WorkItem }): ReactNode {
  const { title, says, to } = wordsOf(of);
  return (
    <li className="app-list__row">
      <div className="app-list__main">
        <Link className="govuk-link govuk-!-font-weight-bold" to={to(of)}>{title}</Link>
        <span className="app-list__note">{says} {of.due === null ? `Since ${momentText(of.since)}.` : `Due ${momentText(of.due)}.`}</span>
        <InHand of={of} />
      </div>
      <div className="app-list__side">
        {of.urgency !== null && <Tag colour={of.urgency === 'ROUTINE' ? 'grey' : 'orange'}>{labelOf(URGENCIES, of.urgency)}</Tag>}
        <Due of={of} />
      </div>
    </li>
  );
}

const views = ['work'] as const;

/** What has to be done next, by my units. The list names nobody whom it is about. */
export function WorkPage(): ReactNode {
  const { me } = useSession();
  const [after, setAfter] = useState<string | null>(null);
  const [mine, setMine] = useState(false);
  const work = useRead(WORK, { after }, { wakeOn: views });
  return (
    <Reading of={work}>
      {({ work: { items, next, total } }) => {
        const shown = mine ? items.filter(({ worker }) => worker === me.practitionerId) : items;
        return (
          <Page title="My work" wide>
            <DoneBanner />
            {total === 0 ? <Inset>There is nothing for your team to do just now. New work appears here by itself.</Inset> : (
              <>
                <p className="govuk-body" role="status">{total === 1 ? '1 task' : `${total} tasks`} for your team, the most pressing first.</p>
                <div className="govuk-checkboxes govuk-checkboxes--small govuk-!-margin-bottom-4">
                  <div className="govuk-checkboxes__item">
                    <input className="govuk-checkboxes__input" type="checkbox" id="mine" checked={mine} onChange={(event) => setMine(event.target.checked)} />
                    <label className="govuk-label govuk-checkboxes__label" htmlFor="mine">Only what I have in hand</label>
                  </div>
                </div>
                {shown.length === 0 ? <Inset>You have nothing in hand on this page.</Inset> : <ul className="app-list">{shown.map((task) => <Task key={task.id} of={task} />)}</ul>}
              </>
            )}
            {next !== null && <button type="button" className="govuk-button govuk-button--secondary" onClick={() => setAfter(next)}>Next page</button>}
            {after !== null && <button type="button" className="govuk-button govuk-button--secondary" onClick={() => setAfter(null)}>First page</button>}
          </Page>
        );
      }}
    </Reading>
  );
}
