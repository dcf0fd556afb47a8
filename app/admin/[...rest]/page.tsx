import { notFound } from 'next/navigation';
import { staffPage } from '#lib/http/page';

/** Every address of the desk that leads nowhere; without it they would be the shop's. */
export default async function NoSuchDeskPage() {
  await staffPage();
  notFound();
}
