// Turning slides: a step shows the next fragment, or the next slide. The address holds the place: #12 or #12.3.
(function () {
  'use strict';
  const body = document.body;
  const slides = [...document.querySelectorAll('.slide')];
  const fragments = slides.map(slide => [...slide.querySelectorAll('.part.fragment')]);
  const place = document.querySelector('.place output');
  let at = 0, shown = 0, speaker = null, started = Date.now();

  function show(slide, count, focus = true) {
    at = Math.max(0, Math.min(slides.length - 1, slide));
    shown = Math.max(0, Math.min(fragments[at].length, count));
    slides.forEach((one, i) => {
      one.classList.toggle('now', i === at);
      one.toggleAttribute('inert', i !== at);
    });
    fragments[at].forEach((part, i) => part.classList.toggle('shown', i < shown));
    place.textContent = `${at + 1} / ${slides.length}`;
    history.replaceState(null, '', '#' + (at + 1) + (shown ? '.' + shown : ''));
    if (shown > 0) fragments[at][shown - 1].scrollIntoView({ block: 'nearest' });
    else slides[at].scrollTop = 0;
    if (focus) dispatchEvent(new Event('resize'));      // charts that were laid out elsewhere take their width
    tell();
  }

  function forward() {
    if (shown < fragments[at].length) show(at, shown + 1);
    else if (at < slides.length - 1) show(at + 1, 0);
  }
  function back() {
    if (shown > 0) show(at, shown - 1);
    else if (at > 0) show(at - 1, fragments[at - 1].length);
  }
  // Down and up skip what goes deeper.
  function chapter(step) {
    let to = at + step;
    while (to > 0 && to < slides.length - 1 && slides[to].classList.contains('below')) to += step;
    show(to, 0);
  }

  const keys = {
    ArrowRight: forward, PageDown: forward, ' ': forward, Enter: forward,
    ArrowLeft: back, PageUp: back, Backspace: back,
    ArrowDown: () => chapter(1), ArrowUp: () => chapter(-1),
    Home: () => show(0, 0), End: () => show(slides.length - 1, 0),
    f: () => document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen(),
    s: openSpeaker,
  };
  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // Sliders, buttons and folded parts keep their own keys.
    if (event.target.closest('input, button, summary, .js-plotly-plot') && event.key !== 'PageDown' && event.key !== 'PageUp') return;
    const action = keys[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });

  let touch = null;
  addEventListener('touchstart', event => { touch = event.touches.length === 1 && !event.target.closest('input, .js-plotly-plot, pre') ? event.touches[0] : null; }, { passive: true });
  addEventListener('touchend', event => {
    if (!touch) return;
    const moved = event.changedTouches[0].clientX - touch.clientX;
    if (moved < -50) forward();
    if (moved > 50) back();
  });

  function openSpeaker() {
    speaker = open('', 'speaker', 'width=720,height=620');
    if (!speaker) return;
    const page = speaker.document;
    page.title = body.dataset.notes;
    page.body.innerHTML = '<p id="clock"></p><h1></h1><div id="notes"></div><p id="next"></p>';
    page.body.style.cssText = 'font:18px/1.5 system-ui,sans-serif;margin:1.5rem;color:#222;background:#fff';
    speaker.onkeydown = event => { const action = keys[event.key]; if (action && event.key !== 's' && event.key !== 'f') { event.preventDefault(); action(); } };
    started = Date.now();
    tell();
  }
  const titleOf = slide => (slide?.querySelector('h1, h2, h3') ?? slide?.querySelector('.course-figure-title'))?.textContent ?? '';
  function tell() {
    if (!speaker || speaker.closed) return;
    const page = speaker.document;
    page.querySelector('h1').textContent = `${at + 1}. ${titleOf(slides[at])}`;
    page.getElementById('notes').innerHTML = slides[at].querySelector('.notes')?.innerHTML ?? `<em>${body.dataset.none}</em>`;
    page.getElementById('next').textContent = at < slides.length - 1 ? `${body.dataset.next}: ${titleOf(slides[at + 1])}` : '';
  }
  setInterval(() => {
    if (!speaker || speaker.closed) return;
    const seconds = Math.floor((Date.now() - started) / 1000);
    speaker.document.getElementById('clock').textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }, 500);

  function fromAddress() {
    const [slide, count] = location.hash.slice(1).split('.').map(Number);
    show((slide || 1) - 1, count || 0);
  }
  addEventListener('hashchange', fromAddress);
  fromAddress();
})();
