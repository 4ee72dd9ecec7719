// Unpacks the page's script and runs it. The policy at the top of this file names that script by its
// hash, so nothing else can stand in its place.
(async () => {
  const packed = document.getElementById('tranche-page').textContent;
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const code = await new Response(stream).text();
  const policy = globalThis.trustedTypes?.createPolicy('tranche-start', {
    createScript: (text) => text,
  });
  const script = document.createElement('script');
  script.textContent = policy ? policy.createScript(code) : code;
  document.head.append(script);
})();
