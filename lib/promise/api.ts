import { contract } from '#lib/http/contract';
import { quoteDeliveryInput } from './input.ts';
import { deliveryQuoteOutput } from './output.ts';

export const quoteDeliveryApi = contract({
  id: 'quoteDelivery',
  method: 'POST',
  path: '/delivery/quote',
  access: 'public',
  tag: 'Delivery',
  summary: 'Ask what delivery costs',
  description:
    'The zone of a postal code with its fee for this subtotal, its minimum, and what is missing for free delivery.',
  body: quoteDeliveryInput,
  output: deliveryQuoteOutput,
  errors: ['ZONE_001'],
  example: {
    body: { postal_code: '10115', subtotal: 24 },
    data: {
      zone: { id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2f01', name: 'Town' },
      fee: 3.5,
      minimum: 15,
      missing_for_minimum: 0,
      free_from: 40,
      missing_for_free: 16,
      currency: 'EUR',
    },
  },
});
