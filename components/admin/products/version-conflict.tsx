import { Button } from '#components/ui/button';
import { Notice } from '#components/ui/notice';

/** Somebody else saved the same record meanwhile: nothing typed is lost, and whoever reads this decides. */
export function VersionConflict({ onOverwrite, onDiscard }: { onOverwrite: () => void; onDiscard: () => void }) {
  return (
    <Notice tone="bad" title="Somebody changed this product while you were editing">
      <p>What you typed is still here. Saving it now replaces what they changed.</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button variant="secondary" size="sm" onClick={onOverwrite}>
          Save mine over it
        </Button>
        <Button variant="quiet" size="sm" onClick={onDiscard}>
          Close and see theirs
        </Button>
      </div>
    </Notice>
  );
}
