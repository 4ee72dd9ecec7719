/** Hands the reader a file made here, and returns it. Nothing leaves the machine. */
export function download(name: string, type: string, content: BlobPart): Blob {
  const file = new Blob([content], { type });
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the blob after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return file;
}

/** "uk-digital-strategy-2017-sankey.svg": words of a title as a file's name. */
export function fileName(title: string, ending: string): string {
  const words = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return `${words || 'picture'}.${ending}`;
}
