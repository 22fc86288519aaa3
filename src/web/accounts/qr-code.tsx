import { encode } from 'uqr';
import type { Html } from '../case-page.tsx';

const quiet = 4;

/** A text as a QR code: dark on light in every colour scheme, since scanners need that. `label` says what it is to those who do not see it. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }): Html {
  const { data, size } = encode(text, { ecc: 'M', border: quiet });
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      width="240"
      height="240"
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={String(size)} height={String(size)} fill="#fff" />
      <path d={runs(data)} fill="#000" />
    </svg>
  );
}

/** The dark modules of each row, run by run, as one path. */
function runs(data: readonly (readonly boolean[])[]): string {
  const path: string[] = [];
  for (const [y, row] of data.entries())
    for (let x = 0; x < row.length; x++) {
      if (row[x] !== true) continue;
      const from = x;
      while (row[x + 1] === true) x++;
      path.push(`M${from} ${y}h${x + 1 - from}v1H${from}z`);
    }
  return path.join('');
}
