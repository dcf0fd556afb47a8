import { z } from 'zod';
import { contract, idParamAs } from '#lib/http/contract';
import { listPaymentsInput } from '../payment-input.ts';
import { reviewedPaymentOutput } from '../payment-output.ts';
import { orderExample, paymentExample } from './examples.ts';

const onOrder = { params: { number: orderExample.order_number } };
const ownOrder = {
  access: 'customer',
  tag: 'Orders',
  method: 'GET',
  params: z.object({ number: z.string().min(1).max(40) }).transform(({ number }) => ({ order_number: number })),
} as const;

export const getTransferQrApi = contract({
  ...ownOrder,
  id: 'getTransferQr',
  path: '/orders/{number}/qr.svg',
  summary: 'Get the transfer as a QR code',
  description:
    'What is due as a SEPA transfer that banking apps read (EPC069-12, version 002), drawn as SVG. Only for orders in euros that are paid by bank transfer and have something due.',
  raw: 'image/svg+xml',
  errors: ['DB_002', 'PAY_001'],
  example: { ...onOrder, data: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 45 45">…</svg>' },
});

export const getOrderCalendarApi = contract({
  ...ownOrder,
  id: 'getOrderCalendar',
  path: '/orders/{number}/calendar.ics',
  summary: 'Get the slot of an order for a calendar',
  description:
    'One event with the time, the place and the signed link. Its `UID` stays the same and its `SEQUENCE` grows with every change of the order. DB_002 for an order without a slot.',
  raw: 'text/calendar',
  errors: ['DB_002'],
  example: {
    ...onOrder,
    data: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n…\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  },
});

const desk = { access: 'staff', tag: 'Order desk', method: 'GET' } as const;

const claim = {
  ...paymentExample,
  method: 'bank_transfer',
  status: 'submitted',
  reference: 'Transfer of 31 May',
  has_proof: true,
  proof: { mime: 'image/webp', bytes: 48_213, width: 1200, height: 1600 },
  order: {
    id: orderExample.id,
    order_number: orderExample.order_number,
    status: 'pending',
    payment_status: 'submitted',
    customer_name: orderExample.customer_name,
    total: 9.6,
    paid: 0,
    due: 9.6,
    payment_due_at: '2026-06-02T08:00:00.000Z',
    slot_starts_at: null,
  },
  booking: null,
};

export const listPaymentsApi = contract({
  ...desk,
  id: 'listPayments',
  path: '/admin/payments',
  summary: 'List payments',
  description:
    'Payments that customers announced and nobody has checked yet, the oldest first; `status` chooses others, the newest first. `q` finds the number of an order, also inside a line of a bank statement.',
  query: listPaymentsInput,
  output: reviewedPaymentOutput,
  isList: true,
  example: { query: { status: 'submitted' }, data: [claim] },
});

export const getPaymentProofApi = contract({
  ...desk,
  id: 'getPaymentProof',
  path: '/admin/payments/{id}/proof',
  summary: 'Get the proof of a payment',
  description:
    'The picture (WebP, encoded anew) or the PDF (as it was sent, as a download) that came with a payment. Nobody but staff can open it.',
  params: idParamAs('payment_id'),
  raw: ['image/webp', 'application/pdf'],
  errors: ['DB_002'],
  example: { params: { id: paymentExample.id } },
});
