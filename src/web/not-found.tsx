import type { Context as Request } from 'hono';
import { Plain } from './shell.tsx';

/** The answer for what is not there, and for what the person may not know: the same bytes for everybody. */
export function notFound(request: Request): Response | Promise<Response> {
  return request.html(
    <Plain title="Nothing here">
      <h1>Nothing here</h1>
      <p>There is no page at this address, or none for you. If somebody gave you the address, ask them to check it.</p>
      <p>
        <a href="/">Go to your cases</a>
      </p>
    </Plain>,
    404,
  );
}
