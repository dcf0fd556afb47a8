'use client';

import { useFieldArray } from 'react-hook-form';
import { FailureNotice } from '#components/admin/failure-notice';
import { Panel } from '#components/admin/shell/stat-tile';
import { Button, IconButton } from '#components/ui/button';
import { Checkbox } from '#components/ui/choices';
import { TextAreaField, TextField } from '#components/ui/field';
import { chatSettings } from '#lib/chat/input';
import { changeSettingAction } from '#lib/settings/actions';
import type { Settings } from '#lib/settings/input';
import { useActionForm } from '../use-action-form.ts';

/** `chat` as it is stored: whether visitors can write, what greets them, what rules answer, and prepared replies. */
export function ChatForm({ chat }: { chat: Settings['chat'] }) {
  const { form, field, submit, busy, failure } = useActionForm({
    schema: chatSettings,
    defaultValues: chat,
    action: (value) => changeSettingAction({ key: 'chat', value }),
    done: 'Saved.',
  });
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'replies', keyName: 'key' });
  return (
    <form className="settings-part" id="chat" noValidate onSubmit={submit} aria-label="Chat">
      <Panel title="Chat">
        <div className="grid gap-4">
          <FailureNotice failure={failure} />
          <Checkbox
            label="Visitors can write to us in the shop"
            hint="Outside the hours of the chat (Places, hours for chat; else those of the counter) they leave a message and an address."
            {...field('enabled')}
          />
          <Checkbox
            label="Rules answer what they know"
            hint="Opening hours, allergens, where an order is. Such answers are marked as automatic."
            {...field('answers')}
          />
          <TextField
            label="Greeting"
            optional
            hint="Without one the shop greets in the language of the visitor."
            {...field('greeting')}
          />
          <fieldset className="grid gap-4">
            <legend className="field-label">Prepared replies</legend>
            {fields.map(({ key }, at) => (
              <div key={key} className="chat-reply">
                <TextField label="Title" {...field(`replies.${at}.title`)} />
                <TextAreaField label="Text" rows={2} {...field(`replies.${at}.text`)} />
                <IconButton icon="trash" label={`Remove reply ${at + 1}`} onClick={() => remove(at)} />
              </div>
            ))}
            <div>
              <Button variant="secondary" icon="plus" onClick={() => append({ title: '', text: '' })}>
                Add reply
              </Button>
            </div>
          </fieldset>
          <div>
            <Button type="submit" busy={busy}>
              Save the chat
            </Button>
          </div>
        </div>
      </Panel>
    </form>
  );
}
