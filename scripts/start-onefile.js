// Unpacks the page's style and script and puts them in their places. The policy at the top of this
// file names both by their hashes, so nothing else can stand there.
(async () => {
  const unpack = async (id) => {
    const packed = document.getElementById(id).textContent;
    const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Response(stream).text();
  };
  const [rules, code] = await Promise.all([unpack('tranche-style'), unpack('tranche-page')]);
  const style = document.createElement('style');
  style.textContent = rules;
  const policy = globalThis.trustedTypes?.createPolicy('tranche-start', {
    createScript: (text) => text,
  });
  const script = document.createElement('script');
  script.textContent = policy ? policy.createScript(code) : code;
  document.head.append(style, script);
})();
