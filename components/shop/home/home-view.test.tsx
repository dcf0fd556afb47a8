import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { ShellShop } from '#lib/look/shell';
import messages from '../../../lib/i18n/messages/en.json' with { type: 'json' };
import { HomeView } from './home-view.tsx';

const SHELL: ShellShop = {
  name: 'My shop',
  tagline: '',
  look: 'bakery',
  prefix: '',
  languages: [],
  phone: null,
  email: null,
  addressLines: [],
  hours: [],
  pages: [],
  hasAccounts: false,
  hasChat: false,
  categories: [],
  offers: { packages: false, themes: false },
};

const draw = (shell: Partial<ShellShop>) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="Europe/Berlin" messages={messages}>
      <HomeView
        shell={{ ...SHELL, ...shell }}
        about=""
        scene={null}
        featured={[]}
        bestsellers={[]}
        newest={[]}
        categories={[]}
        testimonials={[]}
        packages={[]}
        themes={[]}
        shop={{ locale: 'en', timeZone: 'Europe/Berlin', today: '2026-11-22', hasTimes: false, daysAhead: 14 }}
      />
    </NextIntlClientProvider>,
  );

test('a shop with nothing in it says so, and leads nowhere that is empty', () => {
  const page = draw({});
  expect(page).toContain('We are still filling the shelves');
  expect(page).not.toContain('Come by');
  expect(page).not.toContain('href="/products"');
});

test('what it has said of itself is told all the same', () => {
  expect(draw({ phone: '+49 30 901820' })).toContain('Come by');
});
