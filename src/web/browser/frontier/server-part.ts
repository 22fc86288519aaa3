/** The parts of the page that the server writes about a point and its weights. */
const parts = ['chosen', 'tried', 'efficient', 'named', 'offers', 'points'] as const;

/**
 * Brings the rest of the page up to date with the picture: the server is asked for the same page with this point and these weights, and its
 * parts take the place of those here. The browser itself reads the answer as a document, so that no text is made into markup.
 */
export function askServer(address: string): XMLHttpRequest {
  const asked = new XMLHttpRequest();
  asked.open('GET', address);
  asked.responseType = 'document';
  asked.addEventListener('load', () => {
    const page = asked.responseXML;
    if (page === null || asked.status !== 200) return;
    for (const id of parts) {
      const [here, there] = [document.getElementById(id), page.getElementById(id)];
      if (here === null || there === null) continue;
      const open = here instanceof HTMLDetailsElement && here.open;
      here.replaceChildren(...there.childNodes);
      if (open) here.open = true;
    }
    history.replaceState(history.state, '', address);
  });
  asked.send();
  return asked;
}
