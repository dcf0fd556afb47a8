import 'server-only';
import { describedIn, descriptionsOf, fieldsOf, type Reader, sayIn } from '#lib/i18n/content';
import { SHOP_CONTENT } from '#lib/i18n/content-fields';
import type { Image } from '#lib/media/output';
import { getImage } from '#lib/media/queries';
import type { Settings } from './input.ts';
import { getSettings } from './queries.ts';

/**
 * The settings with what customers read of them in the reader's language: the shop's own words, ways to pay, the greeting
 * of the chat. For what shows them, never for what changes them.
 */
export async function settingsIn(reader: Reader): Promise<Settings> {
  // Open to everybody who is given them: only words are exchanged.
  const settings = await getSettings(reader);
  const { shop, payments, chat } = settings;
  const say = await sayIn(
    reader,
    fieldsOf('shop', [SHOP_CONTENT], 'tagline', 'about', 'greeting'),
    fieldsOf(
      'payment_option',
      payments.options.map(({ id }) => id),
      'title',
      'instructions',
    ),
  );
  const { greeting, ...own } = say('shop', SHOP_CONTENT, {
    tagline: shop.tagline,
    about: shop.about,
    greeting: chat.greeting,
  });
  return {
    ...settings,
    shop: { ...shop, ...own },
    payments: {
      ...payments,
      options: payments.options.map((option) => ({
        ...option,
        ...say('payment_option', option.id, { title: option.title, instructions: option.instructions }),
      })),
    },
    chat: { ...chat, greeting },
  };
}

/** The wide picture of the shop with what it shows in the reader's language; null where there is none. */
export async function getShopPicture(reader: Reader): Promise<Image | null> {
  // Open to everybody: the home page begins with it.
  const { shop } = await getSettings(reader);
  const picture = shop.hero_media_id ? await getImage(reader, shop.hero_media_id) : null;
  return (
    picture && describedIn(await sayIn(reader, descriptionsOf('shop_picture', [picture])), 'shop_picture', picture)
  );
}

/** Prepared replies under the titles that staff gave them, with what they say in the language of whoever is answered. */
export async function repliesIn(reader: Reader): Promise<Settings['chat']['replies']> {
  const { replies } = (await getSettings(reader)).chat;
  const ids = replies.map(({ id }) => id);
  const say = await sayIn(reader, fieldsOf('reply', ids, 'text'));
  return replies.map((reply) => ({ ...reply, ...say('reply', reply.id, { text: reply.text }) }));
}
