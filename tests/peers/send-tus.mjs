// Sends a file with tus-js-client as its makers ship it. Reads {endpoint, file, how} and prints how it ended.
import { createReadStream, statSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import tus from 'tus-js-client';

const { endpoint, file, how } = JSON.parse(await text(process.stdin));
const end = { end: 'failed', url: null, startedAt: 0, status: null };

await new Promise(done => {
  let began = false;
  const upload = new tus.Upload(createReadStream(file), {
    endpoint,
    uploadSize: how.size ?? statSync(file).size,
    chunkSize: how.chunk ?? Infinity,
    retryDelays: [0, 500, 1000, 1000, 2000, 2000, 3000, 3000, 5000, 5000],
    metadata: { filename: 'talk.mp4', filetype: 'video/mp4' },
    ...how.store && { urlStorage: new tus.FileUrlStorage(how.store), storeFingerprintForResuming: true },
    onProgress: sent => {
      if (!began) end.startedAt = sent;
      began = true;
      if (how.abortAt && sent >= how.abortAt) {
        end.url = upload.url;
        upload.abort(Boolean(how.terminate)).then(() => { end.end = how.terminate ? 'terminated' : 'aborted'; done(); }, done);
      }
    },
    onError: fault => { end.status = fault.originalResponse?.getStatus() ?? null; end.reason = String(fault); done(); },
    onSuccess: () => { Object.assign(end, { end: 'done', url: upload.url }); done(); },
  });
  upload.findPreviousUploads().then(previous => {
    if (previous.length > 0) upload.resumeFromPreviousUpload(previous[0]);
    upload.start();
  });
});
console.log(JSON.stringify(end));
process.exit(0);
