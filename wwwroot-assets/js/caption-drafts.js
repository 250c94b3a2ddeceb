// What is typed into the caption editor and not saved, kept in this browser: an hour of talk is too much to send at each pause of typing, and it must
// outlive the connection. One's own only: the name holds who it is.
const kept = 'captions';
const longest = 90 * 24 * 60 * 60 * 1000;

const asked = request => new Promise((done, failed) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});

async function store(mode) {
  const opening = indexedDB.open('sessions-drafts', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(kept);
  const database = await asked(opening);
  const transaction = database.transaction(kept, mode);
  transaction.oncomplete = transaction.onabort = () => database.close();
  return transaction.objectStore(kept);
}

/** Null where there is none, or this browser keeps nothing. */
export async function find(name) {
  try {
    return await asked((await store('readonly')).get(name)) ?? null;
  } catch {
    return null;
  }
}

/** @returns false where this browser keeps nothing. */
export async function keep(name, draft) {
  try {
    await asked((await store('readwrite')).put({ ...draft, at: Date.now() }, name));
    return true;
  } catch {
    return false;
  }
}

export async function forget(name) {
  try {
    const drafts = await store('readwrite');
    await asked(drafts.delete(name));
  } catch {
    // Then none was kept.
  }
}

/** Drafts that nobody came back to. */
export async function clear() {
  try {
    const drafts = await store('readwrite');
    for (const name of await asked(drafts.getAllKeys()))
      if (Date.now() - (await asked(drafts.get(name))).at > longest) drafts.delete(name);
  } catch {
    // The next time.
  }
}
