import { z } from 'zod';
import { contract } from '#lib/http/contract';
import { altInput, pictureFields, takePicture } from '#lib/media/input';
import { imageOutput } from '#lib/media/output';
import { shopOutput } from './output.ts';

export const getShopApi = contract({
  id: 'getShop',
  method: 'GET',
  path: '/shop',
  access: 'public',
  tag: 'Shop',
  summary: 'Get the shop',
  description:
    'Name, address, currency, languages, and how customers order, receive and pay. Amounts everywhere are in this currency.',
  output: shopOutput,
  kept: () => ['shop'],
  example: {
    data: {
      name: 'Korn & Kruste',
      tagline: 'Bread with time',
      about: '',
      email: 'hello@example.com',
      phone: '+49 30 1234567',
      address: { street: 'Mill Lane 3', city: 'Berlin', postal_code: '10115', country: 'DE' },
      currency: 'EUR',
      time_zone: 'Europe/Berlin',
      locale: 'en-IE',
      languages: ['en'],
      identity: 'account_optional',
      delivery_types: ['pickup', 'delivery'],
      gifts: true,
      payment_methods: [
        { method: 'cash', title: 'Cash at hand-over', delivery_types: ['pickup', 'delivery'], max_total: null },
      ],
      is_demo: false,
    },
  },
});

const admin = {
  access: 'admin',
  tag: 'Settings',
  path: '/admin/settings/{key}',
  params: z.object({ key: z.string().max(50) }),
  output: z.looseObject({}).meta({ description: 'The fields of this setting; amounts in major units.' }),
  errors: ['DB_002'],
} as const;
const body = { is_demo: false };

export const getSettingApi = contract({
  ...admin,
  id: 'getSetting',
  method: 'GET',
  summary: 'Get a setting',
  description:
    'One of `shop`, `checkout`, `payments`, `demo`, `messages`, `privacy`, `security`, `chat`, `backups`, with its defaults filled in.',
  example: { params: { key: 'demo' }, data: body },
});

export const changeSettingApi = contract({
  ...admin,
  id: 'changeSetting',
  method: 'PUT',
  summary: 'Change a setting',
  description: 'Replaces one setting; what is not named goes back to its default. Unknown fields are refused.',
  body: z.looseObject({}).meta({ description: 'As `GET` answers it.' }),
  example: { params: { key: 'demo' }, body, data: body },
});

const onPicture = { access: 'admin', tag: 'Settings', path: '/admin/settings/shop/picture' } as const;

export const setShopPictureApi = contract({
  ...onPicture,
  id: 'setShopPicture',
  method: 'PUT',
  summary: 'Set the picture of the shop',
  description:
    'The wide picture of the home page and of shared links: one JPEG, PNG or WebP of at most 8 MB as `file` (or `image`), with its `alt` text. It is encoded anew without its metadata.',
  body: z.strictObject({ alt: altInput.optional(), ...pictureFields }).transform(takePicture),
  accepts: 'multipart',
  output: imageOutput,
  errors: ['FILE_001', 'FILE_002'],
  example: {
    body: { file: '(the picture)', alt: 'Loaves on a board' },
    data: {
      id: '0198c0de-0000-7000-8000-00000000a001',
      url: '/media/0198c0de-0000-7000-8000-00000000a001/1200.webp',
      alt: 'Loaves on a board',
      width: 1600,
      height: 900,
      srcset_avif: '/media/0198c0de-0000-7000-8000-00000000a001/1200.avif 1200w',
      srcset_webp: '/media/0198c0de-0000-7000-8000-00000000a001/1200.webp 1200w',
      blur: null,
    },
  },
});

export const removeShopPictureApi = contract({
  ...onPicture,
  id: 'removeShopPicture',
  method: 'DELETE',
  summary: 'Remove the picture of the shop',
  description: 'The home page then begins with its words alone.',
  status: 204,
  example: {},
});
