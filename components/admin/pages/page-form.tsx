'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { FailureNotice } from '#components/admin/failure-notice';
import { Panel } from '#components/admin/shell/stat-tile';
import { Button } from '#components/ui/button';
import { Checkbox } from '#components/ui/choices';
import { TextAreaField, TextField } from '#components/ui/field';
import { Notice } from '#components/ui/notice';
import { createPageAction, previewPageAction, updatePageAction } from '#lib/content/actions';
import { pageFormInput } from '#lib/content/input';
import type { DeskPage } from '#lib/content/output';
import { settle } from '../use-action.ts';
import { useActionForm, whenTaken } from '../use-action-form.ts';
import { useLeaveGuard } from '../use-leave-guard.ts';
import { SPECIAL } from './words.ts';

type Values = z.input<typeof pageFormInput>;

const fieldsOf = whenTaken({ slug: 'Another page has this address.' });

/** Typing settles before the text is drawn again. */
const PAUSE_MS = 250;

/** A page as it is written, with how the shop will show it beside it. `html` is the text as it is now. */
export function PageForm({ page, html, look }: { page: DeskPage | null; html: string; look: string }) {
  const router = useRouter();
  const [seen, setSeen] = useState(page?.updated_at);
  const { form, field, submit, busy, failure } = useActionForm({
    schema: pageFormInput,
    defaultValues: {
      title: page?.title ?? '',
      slug: page?.slug ?? '',
      body: page?.body ?? '',
      published: page?.published ?? false,
    },
    action: ({ slug, ...values }: Values) =>
      page
        ? updatePageAction({ ...values, id: page.id, slug: slug || undefined, seen })
        : createPageAction({ ...values, slug: slug || undefined }),
    fieldsOf,
    done: ({ title, published }) =>
      published ? `${title} is saved and in the shop.` : `${title} is saved as a draft.`,
    onDone: (saved) => {
      setSeen(saved.updated_at);
      form.reset({ title: saved.title, slug: saved.slug, body: saved.body, published: saved.published });
      if (!page) router.replace(`/admin/pages/${saved.id}`);
    },
  });
  useLeaveGuard(form.formState.isDirty);
  const [body, title] = form.watch(['body', 'title']);
  const isStale = failure?.code === 'REQ_002';
  const stood = page?.slug ?? '';

  return (
    <div className="two-sides">
      <form noValidate onSubmit={submit} aria-label="Page">
        <Panel title="Text">
          <div className="grid gap-4">
            {isStale ? (
              <Stale newest={failure.details.updated_at} take={setSeen} />
            ) : (
              <FailureNotice failure={failure} />
            )}
            <TextField label="Title" maxLength={200} autoComplete="off" {...field('title')} />
            <div className="slug-field" data-of="pages">
              <TextField
                label="Address"
                optional={!page}
                start="/pages/"
                hint={
                  page
                    ? `Who kept a link to the old address will not find the page${SPECIAL[stood] ? `. This one is ${SPECIAL[stood]}` : ''}.`
                    : 'Made from the title when left empty.'
                }
                maxLength={100}
                autoComplete="off"
                {...field('slug')}
              />
            </div>
            <TextAreaField
              label="Text"
              className="page-text"
              hint="Markdown: ## a heading, **bold**, - a list, [words](https://example.com) for a link."
              {...field('body')}
            />
            <Checkbox label="Show it in the shop" {...field('published')} />
            <div className="flex flex-wrap gap-2">
              <Button type="submit" busy={busy}>
                {page ? 'Save the page' : 'Add the page'}
              </Button>
            </div>
          </div>
        </Panel>
      </form>
      <Preview body={body} title={title} start={{ body: page?.body ?? '', html }} look={look} />
    </div>
  );
}

function Stale({ newest, take }: { newest: unknown; take: (seen: string) => void }) {
  const [isTaken, setTaken] = useState(false);
  if (isTaken) return <Notice>Save again: your text replaces what they wrote.</Notice>;
  return (
    <Notice tone="bad" title="Somebody changed this page while you were writing">
      <p>What you typed is still here, and not saved. Open the page in another tab to see theirs.</p>
      <div className="mt-2">
        <Button
          variant="secondary"
          size="sm"
          onClick={() => {
            if (typeof newest === 'string') take(newest);
            setTaken(true);
          }}
        >
          Replace theirs with mine
        </Button>
      </div>
    </Notice>
  );
}

/** The server draws it, by the same rules that draw the shop's page. */
function Preview({
  body,
  title,
  start,
  look,
}: {
  body: string;
  title: string;
  start: { body: string; html: string };
  look: string;
}) {
  const [drawn, setDrawn] = useState(start);
  useEffect(() => {
    if (body === drawn.body) return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const result = await settle(previewPageAction({ body }));
      if (isCurrent && result.ok) setDrawn({ body, html: result.data.html });
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [body, drawn.body]);
  return (
    <section className="grid content-start gap-3" aria-label="Preview">
      <h2 className="text-ink-soft">What it looks like in the shop</h2>
      <div className="page-preview" data-look={look}>
        <p className="page-preview-title">{title || 'Title'}</p>
        <div className="prose" dangerouslySetInnerHTML={{ __html: drawn.html }} />
      </div>
    </section>
  );
}
