// Lets a list be put in another order by its handles: dragged, or with the arrow keys. The server moves the line; this only shows it going.
export function reorder(list, owner) {
  let held = null;

  const lines = () => [...list.children];
  const shift = (line, y) => { line.style.transform = y ? `translateY(${y}px)` : ''; };

  // A form that keeps drafts hears of it like of any other field.
  async function move(from, to) {
    await owner.invokeMethodAsync('Move', from, to);
    list.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function drag(event) {
    const all = held.all;
    const down = event.clientY + window.scrollY - held.y;
    const middle = held.tops[held.from] + held.heights[held.from] / 2 + down;
    held.to = all.findIndex((_, at) => middle < held.tops[at] + held.heights[at]);
    if (held.to < 0) held.to = all.length - 1;
    all.forEach((line, at) => {
      const up = at > held.from && at <= held.to;
      const under = at < held.from && at >= held.to;
      shift(line, at === held.from ? down : up ? -held.heights[held.from] : under ? held.heights[held.from] : 0);
    });
  }

  async function drop(isKept) {
    const { all, from, to, handle } = held;
    held = null;
    if (isKept && to !== from) await move(from, to);
    for (const line of all) {
      shift(line, 0);
      line.classList.remove('held');
    }
    handle.focus({ preventScroll: true });
  }

  list.addEventListener('pointerdown', event => {
    const handle = event.target.closest('[data-handle]');
    if (!handle || event.button !== 0) return;
    event.preventDefault();
    handle.focus({ preventScroll: true });
    handle.setPointerCapture(event.pointerId);
    const all = lines();
    const boxes = all.map(line => line.getBoundingClientRect());
    const from = all.indexOf(handle.closest('li'));
    held = { handle, all, from, to: from, y: event.clientY + window.scrollY, tops: boxes.map(box => box.top), heights: boxes.map(box => box.height) };
    all[from].classList.add('held');
  });
  list.addEventListener('pointermove', event => { if (held) drag(event); });
  list.addEventListener('pointerup', () => { if (held) drop(true); });
  list.addEventListener('pointercancel', () => { if (held) drop(false); });

  list.addEventListener('keydown', async event => {
    const handle = event.target.closest('[data-handle]');
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!handle || !by) return;
    event.preventDefault();
    const from = lines().indexOf(handle.closest('li'));
    await move(from, from + by);
    handle.focus();
  });
}
