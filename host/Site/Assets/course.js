// Light or dark, the way back to the same cell in the other language, copying code, and where the reader is.
(function () {
  'use strict';
  const root = document.documentElement;

  function remember(key, value) {
    try { localStorage.setItem(key, value); } catch { /* private window: forget it */ }
  }
  function recall(key) {
    try { return localStorage.getItem(key); } catch { return null; }
  }

  // Charts listen to the event and to the attribute.
  function setTheme(theme) {
    root.dataset.theme = theme;
    document.dispatchEvent(new CustomEvent('course-theme', { detail: { theme } }));
  }
  document.querySelector('button.theme')?.addEventListener('click', () => {
    const theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
    remember('course-theme', theme);
    setTheme(theme);
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', event => {
    if (!recall('course-theme')) setTheme(event.matches ? 'dark' : 'light');
  });

  // The cell at the top of the screen; its id is the same in every language.
  function currentCell() {
    let current = null;
    for (const cell of document.querySelectorAll('section.cell[id]')) {
      if (cell.getBoundingClientRect().top > 120) break;
      current = cell;
    }
    return current && window.scrollY > 200 ? current.id : '';
  }
  for (const link of document.querySelectorAll('a.language:not([data-choose])')) {
    const page = link.getAttribute('href').split('#')[0];
    const aim = () => {
      const cell = currentCell();
      link.setAttribute('href', cell ? page + '#' + cell : page);
    };
    for (const event of ['pointerenter', 'pointerdown', 'focus', 'click']) link.addEventListener(event, aim);
    link.addEventListener('click', () => remember('course-language', link.lang));
  }

  // The first page shows one language: the one in the address, else the last one used, else the browser's.
  const choices = [...document.querySelectorAll('a.language[data-choose]')];
  if (choices.length > 0) {
    const known = choices.map(link => link.dataset.choose);
    const choose = language => {
      for (const edition of document.querySelectorAll('section.edition')) edition.hidden = edition.id !== language;
      for (const link of choices) {
        if (link.dataset.choose === language) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
      root.lang = language;
      const words = choices.find(link => link.dataset.choose === language).dataset;
      document.title = words.title;
      const brand = document.querySelector('.brand');
      brand.href = '#' + language;
      brand.querySelector('span').textContent = words.title;
      const theme = document.querySelector('button.theme');
      theme.title = words.themeLabel;
      theme.setAttribute('aria-label', words.themeLabel);
      document.querySelector('.skip').textContent = words.skipLabel;
    };
    const wanted = [location.hash.slice(1), recall('course-language'), ...(navigator.languages ?? []).map(tag => tag.split('-')[0])];
    choose(wanted.find(language => known.includes(language)) ?? known[0]);
    for (const link of choices) {
      link.addEventListener('click', event => {
        event.preventDefault();
        remember('course-language', link.dataset.choose);
        history.replaceState(null, '', '#' + link.dataset.choose);
        choose(link.dataset.choose);
      });
    }
    addEventListener('hashchange', () => {
      const language = location.hash.slice(1);
      if (known.includes(language)) choose(language);
    });
  }

  // A button on each program.
  const { copy, copied } = document.body.dataset;
  if (navigator.clipboard) {
    for (const input of document.querySelectorAll('.input')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'copy';
      button.textContent = copy;
      button.addEventListener('click', async () => {
        try {
          await navigator.clipboard.writeText(input.querySelector('code').textContent);
          button.textContent = copied;
          setTimeout(() => { button.textContent = copy; }, 1500);
        } catch { /* not allowed here: the code can still be selected */ }
      });
      input.append(button);
    }
  }

  // Where the reader is, in the contents at the side.
  const entries = new Map();
  for (const link of document.querySelectorAll('.contents.side a')) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) entries.set(heading, link);
  }
  if (entries.size > 0) {
    let waiting = false;
    const mark = () => {
      waiting = false;
      let current = null;
      for (const heading of entries.keys()) {
        if (heading.getBoundingClientRect().top > 200) break;
        current = heading;
      }
      for (const [heading, link] of entries) {
        const here = heading === current;
        if (here && !link.hasAttribute('aria-current')) {
          const list = link.closest('.contents');
          const offset = link.getBoundingClientRect().top - list.getBoundingClientRect().top;
          if (offset < 40 || offset > list.clientHeight - 60) list.scrollTop += offset - list.clientHeight / 2;
        }
        if (here) link.setAttribute('aria-current', 'location');
        else link.removeAttribute('aria-current');
      }
    };
    addEventListener('scroll', () => {
      if (!waiting) { waiting = true; requestAnimationFrame(mark); }
    }, { passive: true });
    mark();
  }

  // The folded contents of a small screen close behind a click.
  const folded = document.querySelector('details.contents.inline');
  folded?.addEventListener('click', event => {
    if (event.target.closest('a')) folded.open = false;
  });
})();
