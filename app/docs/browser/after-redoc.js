Redoc.init(
  '/api/openapi.json',
  {
    // Its search runs in a worker made from text, which would need a wider policy; the other page searches.
    disableSearch: true,
    hideDownloadButton: true,
    scrollYOffset: '#bar',
    nativeScrollbars: true,
    // Its own fonts would come from another host.
    theme: {
      typography: {
        fontFamily: 'system-ui, sans-serif',
        headings: { fontFamily: 'system-ui, sans-serif' },
        code: { fontFamily: 'ui-monospace, monospace' },
      },
    },
  },
  document.getElementById('reference'),
  (error) => {
    if (!error) document.getElementById('operations')?.remove();
  },
);
