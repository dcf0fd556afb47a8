import { Button } from '#components/ui/button';
import type { Upload } from './use-picture-upload.ts';

/** A picture on its way: how far it is, or why it did not arrive. */
export function UploadRow({
  upload: { file, progress, error, canRetry },
  onRetry,
  onDismiss,
}: {
  upload: Upload;
  onRetry: () => void;
  onDismiss: () => void;
}) {
  return (
    <li className="grid gap-1">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <span className="min-w-0 truncate">{file.name}</span>
        {error === null ? (
          <span className="text-ink-soft">{progress < 1 ? `${Math.round(progress * 100)} %` : 'Preparing …'}</span>
        ) : (
          <span className="flex gap-1">
            {canRetry ? (
              <Button size="sm" variant="secondary" onClick={onRetry}>
                Try again
              </Button>
            ) : null}
            <Button size="sm" variant="quiet" onClick={onDismiss}>
              Dismiss
            </Button>
          </span>
        )}
      </div>
      {error === null ? (
        <progress className="upload-bar" max={1} value={progress} aria-label={`Upload of ${file.name}`} />
      ) : (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </li>
  );
}
