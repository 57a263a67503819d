/** Has the browser save a text as a file. */
export function save(name: string, content: string, type: string): void {
  saveFile(name, new Blob([content], { type }));
}

/** Has the browser save a file. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
