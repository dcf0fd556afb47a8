'use client';

import { useState } from 'react';
import { Dialog, DialogClose } from '#components/ui/dialog';
import { Icon } from '#components/ui/icons';
import { LinkGroups } from './link-groups.tsx';
import { NavLink } from './nav-link.tsx';

/** The whole navigation as a sheet from below, on a phone. */
export function MoreLinks({ user }: { user: { name: string; role: string } }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      kind="drawer"
      title="Order desk"
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <button type="button">
          <Icon name="more" />
          More
        </button>
      }
    >
      <LinkGroups
        role={user.role}
        link={({ href, label, icon }) => (
          <DialogClose key={href}>
            <NavLink className="desk-link" href={href}>
              <Icon name={icon} size={18} />
              {label}
            </NavLink>
          </DialogClose>
        )}
      />
      <a className="desk-link" href="/">
        <Icon name="bag" size={18} />
        Open the shop
      </a>
      <DialogClose>
        <NavLink className="desk-link" href="/admin/account">
          <Icon name="user" size={18} />
          {user.name}, {user.role}
        </NavLink>
      </DialogClose>
    </Dialog>
  );
}
