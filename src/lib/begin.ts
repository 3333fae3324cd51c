/** Work that is begun before it is known whether anybody needs its outcome. */

/** Begins the work at once. A failure is thrown to those who await the outcome; where nobody does, it is dropped. */
export function begin<Value>(work: () => Promise<Value>): Promise<Value> {
  const begun = (async () => await work())();
  begun.catch(() => undefined);
  return begun;
}
