/** In quotes, with whatever cannot be seen (such as a byte order mark) escaped. */
export function quoted(text: string): string {
  const json = JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text);
  return json.replaceAll(/[\u007f-\u009f\u200b-\u200f\u2028\u2029\ufeff]/g, (char) => {
    return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
