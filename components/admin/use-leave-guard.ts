import { useEffect } from 'react';

const QUESTION = 'What you typed here is not saved. Leave it all the same?';

/** Where a press on a link leads away from this page in this window; null where it does not. */
function wayOut(event: MouseEvent): HTMLAnchorElement | null {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link?.href || link.target === '_blank' || link.hasAttribute('download')) return null;
  // A link inside a form is its own way out of it, and says so.
  if (link.closest('form')) return null;
  const { origin, pathname, search } = new URL(link.href);
  const { location } = window;
  return origin === location.origin && pathname === location.pathname && search === location.search ? null : link;
}

/**
 * Asks before a page is left with something on it that was not saved: by a link of the desk, by going back, and by
 * closing or leaving the window.
 */
export function useLeaveGuard(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    // Asked once: a link that loads a whole page would make the browser ask again.
    let isLeaving = false;
    const mayLeave = () => {
      isLeaving = window.confirm(QUESTION);
      return isLeaving;
    };
    const unload = (event: BeforeUnloadEvent) => {
      if (!isLeaving) event.preventDefault();
    };
    const press = (event: MouseEvent) => {
      if (!wayOut(event) || mayLeave()) return;
      event.preventDefault();
      // Links of the desk go their way without the browser: theirs is stopped before they hear of it.
      event.stopImmediatePropagation();
    };
    const navigate = (event: Event) => {
      const isBack = 'navigationType' in event && event.navigationType === 'traverse';
      if (isBack && event.cancelable && !isLeaving && !mayLeave()) event.preventDefault();
    };
    // Going back within the desk; a browser that cannot tell of it goes.
    const navigation = 'navigation' in window && window.navigation instanceof EventTarget ? window.navigation : null;
    window.addEventListener('beforeunload', unload);
    window.addEventListener('click', press, { capture: true });
    navigation?.addEventListener('navigate', navigate);
    return () => {
      window.removeEventListener('beforeunload', unload);
      window.removeEventListener('click', press, { capture: true });
      navigation?.removeEventListener('navigate', navigate);
    };
  }, [isUnsaved]);
}
