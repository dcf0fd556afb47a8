'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useId, useState } from 'react';
import { FailureNotice } from '#components/admin/failure-notice';
import { Button } from '#components/ui/button';
import { Dialog } from '#components/ui/dialog';
import { productFormInput } from '#lib/catalog/input';
import type { DeskProduct } from '#lib/catalog/output';
import { useActionForm } from '../use-action-form.ts';
import { AttributeFields } from './attribute-fields.tsx';
import { AvailabilityFields } from './availability-fields.tsx';
import { BasicFields, FoodFields } from './basic-fields.tsx';
import { type ProductValues, productFieldsOf, saveProduct } from './product-values.ts';
import { VariantFields } from './variant-fields.tsx';
import { VersionConflict } from './version-conflict.tsx';

export type FormShop = { currency: string; categories: { id: string; name: string }[] };

/** A product as one form. Closing it with something typed in it asks first. */
export function ProductDialog({
  title,
  values,
  shop,
  trigger,
  open,
  onOpenChange,
  onSaved,
}: {
  title: string;
  values: ProductValues;
  shop: FormShop;
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  onSaved?: (product: DeskProduct) => void;
}) {
  const router = useRouter();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [isDirty, setDirty] = useState(false);
  const [asksToLeave, setAsking] = useState(false);
  const change = (next: boolean) => {
    setAsking(false);
    setDirty(false);
    setOpen(next);
    onOpenChange?.(next);
  };
  const isNew = values.id === undefined;

  return (
    <Dialog
      width="wide"
      title={title}
      trigger={trigger}
      open={open ?? isOpen}
      onOpenChange={(next) => (next || !isDirty ? change(next) : setAsking(true))}
      footer={
        asksToLeave ? (
          <>
            <p className="mr-auto self-center font-semibold" role="alert">
              Close without saving?
            </p>
            <Button variant="quiet" onClick={() => setAsking(false)}>
              Go on editing
            </Button>
            <Button variant="danger" onClick={() => change(false)}>
              Discard changes
            </Button>
          </>
        ) : (
          <>
            <Button variant="quiet" onClick={() => (isDirty ? setAsking(true) : change(false))}>
              Go back
            </Button>
            <Button type="submit" form={id} busy={isBusy}>
              {isNew ? 'Add product' : 'Save product'}
            </Button>
          </>
        )
      }
    >
      <ProductFormBody
        id={id}
        values={values}
        shop={shop}
        setBusy={setBusy}
        setDirty={setDirty}
        onDiscard={() => {
          change(false);
          router.refresh();
        }}
        onSaved={(product) => {
          change(false);
          onSaved?.(product);
        }}
      />
    </Dialog>
  );
}

/** Mounted with the dialog, so that it starts from the product as it is then. */
function ProductFormBody({
  id,
  values,
  shop,
  setBusy,
  setDirty,
  onDiscard,
  onSaved,
}: {
  id: string;
  values: ProductValues;
  shop: FormShop;
  setBusy: (busy: boolean) => void;
  setDirty: (dirty: boolean) => void;
  onDiscard: () => void;
  onSaved: (product: DeskProduct) => void;
}) {
  const form = useActionForm({
    schema: productFormInput,
    action: saveProduct,
    defaultValues: values,
    fieldsOf: productFieldsOf,
    done: ({ name }) => (values.id === undefined ? `${name} is in the shop.` : `${name} is saved.`),
    onDone: onSaved,
  });
  const newest = form.failure?.code === 'REQ_002' ? form.failure.details.version : undefined;

  async function save(): Promise<void> {
    setBusy(true);
    await form.submit();
    setBusy(false);
  }

  return (
    <form
      id={id}
      noValidate
      className="form-parts"
      onChange={() => setDirty(true)}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {typeof newest === 'number' ? (
        <VersionConflict
          onOverwrite={() => {
            form.form.setValue('version', newest);
            void save();
          }}
          onDiscard={onDiscard}
        />
      ) : (
        <FailureNotice failure={form.failure} />
      )}
      <BasicFields form={form} categories={shop.categories} />
      <VariantFields form={form} currency={shop.currency} onTouch={() => setDirty(true)} />
      <FoodFields form={form} />
      <AttributeFields form={form} onTouch={() => setDirty(true)} />
      <AvailabilityFields form={form} onTouch={() => setDirty(true)} />
    </form>
  );
}
