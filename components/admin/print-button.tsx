'use client';

import { Button } from '#components/ui/button';

export const PrintButton = () => (
  <Button icon="print" onClick={() => window.print()}>
    Print
  </Button>
);
