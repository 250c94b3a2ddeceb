// Lets a speaker choose which square of a photo is kept. Without this module the server keeps the middle.
const field = document.getElementById('photo');
const form = field.form;
const tools = form.querySelector('[data-crop]');
const stage = tools.querySelector('canvas');
const zoom = document.getElementById('zoom');
let picture = null;
let left = 0;
let top_ = 0;
let held = null;

const within = (value, most) => Math.min(Math.max(value, 0), most);
const shorter = () => Math.min(picture.width, picture.height);
const side = () => shorter() * zoom.value / 100;

function draw() {
  const size = side();
  left = within(left, picture.width - size);
  top_ = within(top_, picture.height - size);
  stage.getContext('2d').drawImage(picture, left, top_, size, size, 0, 0, stage.width, stage.height);
  form.elements.left.value = left / picture.width;
  form.elements.top.value = top_ / picture.height;
  form.elements.size.value = size / shorter();
}

function move(x, y) {
  left += x;
  top_ += y;
  draw();
}

field.addEventListener('change', async () => {
  for (const name of ['left', 'top', 'size']) form.elements[name].value = '';
  picture = await createImageBitmap(field.files[0] ?? new Blob()).catch(() => null);
  tools.hidden = picture === null;
  if (picture === null) return;
  zoom.value = 100;
  left = (picture.width - side()) * 0.5;
  top_ = (picture.height - side()) * 0.35;
  draw();
});

zoom.addEventListener('input', () => {
  const before = Number(form.elements.size.value) * shorter();
  move((before - side()) / 2, (before - side()) / 2);
});

stage.addEventListener('keydown', event => {
  const step = side() / 20;
  const way = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
  if (!way) return;
  event.preventDefault();
  move(...way);
});

stage.addEventListener('pointerdown', event => {
  stage.setPointerCapture(event.pointerId);
  held = event;
});
stage.addEventListener('pointermove', event => {
  if (!held) return;
  const scale = side() / stage.clientWidth;
  move((held.clientX - event.clientX) * scale, (held.clientY - event.clientY) * scale);
  held = event;
});
stage.addEventListener('pointerup', () => { held = null; });
stage.addEventListener('pointercancel', () => { held = null; });
