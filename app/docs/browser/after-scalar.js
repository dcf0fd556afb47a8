Scalar.createApiReference('#reference', {
  url: '/api/openapi.json',
  // Everything comes from this shop: no fonts, proxy, telemetry or assistant of other hosts.
  withDefaultFonts: false,
  telemetry: false,
  proxyUrl: '',
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  showDeveloperTools: 'never',
  documentDownloadType: 'json',
  defaultOpenFirstTag: false,
});
document.getElementById('operations')?.remove();
