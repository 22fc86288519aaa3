// Tells which packages for other platforms a lock file lacks. npm drops those that the registry did not have when the lock was
// made, without a word, and `npm ci` then leaves those platforms without them.
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';

/** One line for each optional package that some package of the lock wants and the lock does not hold; none when it is complete. */
export function missingFrom(lock) {
  return Object.entries(lock.packages).flatMap(([folder, { version, optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !placesToLook(folder).some((place) => `${place}node_modules/${name}` in lock.packages))
      .map((name) => `${folder.replace(/^.*node_modules\//, '') || 'the project'} ${version ?? ''} wants ${name}`),
  );
}

// As Node looks for a package: beside the one that wants it, then ever further out.
function placesToLook(folder) {
  const parts = folder === '' ? [] : folder.split(/(?<=^|\/)node_modules\//).filter(Boolean);
  const places = [''];
  let place = '';
  for (const part of parts) places.unshift((place += `node_modules/${part.replace(/\/$/, '')}/`));
  return places;
}

if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) {
  const files = process.argv.length > 2 ? process.argv.slice(2) : ['package-lock.json'];
  const missing = files.flatMap((file) => missingFrom(JSON.parse(fs.readFileSync(file, 'utf8'))));
  for (const line of missing) console.error(line);
  process.exit(missing.length > 0 ? 1 : 0);
}
