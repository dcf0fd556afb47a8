'use client';

import { type ReactNode, useState } from 'react';
import { Status } from '#components/ui/badge';
import { Button } from '#components/ui/button';
import { Dialog } from '#components/ui/dialog';
import { Notice } from '#components/ui/notice';
import { Time } from '#components/ui/time';
import { retryJobAction } from '#lib/jobs/actions';
import type { JobDto } from '#lib/jobs/output';
import { useAction } from '../use-action.ts';
import { errorWords, JOB_STATE, jobLabel, QUEUE } from './words.ts';

type Shop = { locale: string; timeZone: string };

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** One piece of work with what it was given and what became of it; what has failed can be tried once more. */
export function JobDialog({ job, shop }: { job: JobDto; shop: Shop }) {
  const [isOpen, setOpen] = useState(false);
  const { id, queue, state, attempts, attempts_at_most: most, error } = job;
  const retry = useAction(retryJobAction, {
    done: 'It will be tried within half a minute.',
    onDone: () => setOpen(false),
  });
  const { label, tone } = JOB_STATE[state];
  const title = jobLabel(job.job);
  return (
    <Dialog
      kind="drawer"
      title={title}
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className="row-link delivery-link">
          {title}
        </button>
      }
      footer={
        job.can_retry ? (
          <Button variant="secondary" icon="arrowRight" busy={retry.busy} onClick={() => retry.run({ id })}>
            Try again
          </Button>
        ) : undefined
      }
    >
      <div className="grid gap-4">
        {error === null ? null : (
          <Notice tone={state === 'failed' ? 'bad' : 'warn'} title={errorWords(error)}>
            {state === 'failed' ? (
              <p>The log says more under the id of this work. Mend the cause, then try again: it does no harm twice.</p>
            ) : null}
          </Notice>
        )}
        <dl className="fact-list">
          <Fact name="State">
            <Status tone={tone}>{label}</Status>
          </Fact>
          <Fact name="Queue">{QUEUE[queue]}</Fact>
          <Fact name="Tries">
            {attempts} of {most}
          </Fact>
          <Fact name="Asked for">
            <Time at={job.created_at} {...shop} />
          </Fact>
          {job.next_attempt_at && attempts > 0 ? (
            <Fact name="Next try">
              <Time at={job.next_attempt_at} {...shop} />
            </Fact>
          ) : null}
          {job.finished_at ? (
            <Fact name={state === 'failed' ? 'Given up' : 'Finished'}>
              <Time at={job.finished_at} {...shop} />
            </Fact>
          ) : null}
          <Fact name="Id">
            <span className="break-all">{id}</span>
          </Fact>
        </dl>
        <section className="payload" aria-label="What it was given">
          <h3>What it was given</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
          <pre tabIndex={0}>{JSON.stringify(job.input, null, 2)}</pre>
        </section>
      </div>
    </Dialog>
  );
}
