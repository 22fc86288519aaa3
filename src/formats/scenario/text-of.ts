import { start, type Findings } from './findings.ts';
import type { NamedFile } from './read-scenario.ts';

/** The size above which no file of a scenario is read, in bytes; whoever opens files should look at their size first. */
export const mostBytes = 16 * 1024 * 1024;

/** The text of a file, without a byte order mark; null when it is too large or is no text, which is then among the findings. */
export function textOf({ content }: NamedFile, findings: Findings): string | null {
  if (content.length > mostBytes) {
    findings.fault(start, 'This file is larger than 16 MB, which is more than a scenario needs.');
    return null;
  }
  if (typeof content === 'string') return content.replace(/^\uFEFF/, '');
  const encoding = encodingOf(content);
  const decoded = encoding === null ? null : decode(content, encoding);
  if (decoded !== null) return decoded;
  findings.fault(start, 'This file is not text in UTF-8, nor in the encoding that it names.');
  return null;
}

/** The encoding that the byte order mark or an XML declaration names, UTF-8 otherwise; null for one that is not read. */
function encodingOf(bytes: Uint8Array): string | null {
  const [first = 0, second = 0] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const named = /^(?:\u00EF\u00BB\u00BF)?<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1]?.toLowerCase();
  if (named === undefined) return 'utf-8';
  return ['utf-8', 'us-ascii', 'ascii', 'iso-8859-1', 'windows-1252'].includes(named) ? named : null;
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
