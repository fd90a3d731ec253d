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
  // Paper is white.
  let onScreen = root.dataset.theme;
  addEventListener('beforeprint', () => { onScreen = root.dataset.theme; setTheme('light'); });
  addEventListener('afterprint', () => setTheme(onScreen));

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
      const search = document.querySelector('button.search');
      search.title = words.searchLabel + ' (/)';
      search.setAttribute('aria-label', words.searchLabel);
      Object.assign(document.body.dataset, { search: words.searchHint, nothing: words.nothing, read: words.read });
      dispatchEvent(new Event('resize'));               // a chart that was hidden takes its width
      markRead();
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

  // What has been read to its end, on this machine only.
  function readPages() {
    try { return JSON.parse(recall('course-read')) ?? []; } catch { return []; }
  }
  function markRead() {
    const pages = readPages();
    for (const card of document.querySelectorAll('.cards li[data-page]')) {
      card.querySelector('.read')?.remove();
      if (!pages.includes(card.dataset.page)) continue;
      const mark = document.createElement('span');
      mark.className = 'read';
      mark.textContent = '✓ ' + document.body.dataset.read;
      card.querySelector('.facts').append(' · ', mark);
    }
  }
  const end = document.querySelector('.page .feet');
  if (end && document.querySelector('section.cell')) {
    new IntersectionObserver(([entry], observer) => {
      if (!entry.isIntersecting || scrollY < 300) return;
      observer.disconnect();
      remember('course-read', JSON.stringify([...new Set([...readPages(), document.body.dataset.page])]));
    }).observe(end);
  }

  // Searching: all words must begin a word of the cell; letters count without their marks, in Turkish ı as i.
  const fold = text => text.toLocaleLowerCase(root.lang).normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i');
  const box = document.createElement('dialog');
  box.className = 'search-box';
  box.innerHTML = '<input type="text" role="searchbox" autocomplete="off" spellcheck="false"><ul></ul>';
  document.body.append(box);
  const field = box.querySelector('input'), list = box.querySelector('ul');
  let index = null;
  function openSearch() {
    field.placeholder = document.body.dataset.search;
    field.setAttribute('aria-label', document.body.dataset.search);
    box.showModal();
    field.select();
    const language = root.lang;
    if (index?.language === language) return;
    const script = document.createElement('script');
    script.src = `${document.body.dataset.root}assets/search-${language}.js`;
    script.onload = () => {
      index = { language, cells: window.courseSearch.flatMap(([page, title, cells]) =>
        cells.map(([id, heading, text]) => ({ page, title, id, heading, text, folded: ' ' + fold(text), head: ' ' + fold(title + ' ' + heading) }))) };
      find();
    };
    document.head.append(script);
  }
  function find() {
    const words = fold(field.value).split(/[^\p{L}\p{N}]+/u).filter(Boolean).map(word => new RegExp('[^\\p{L}\\p{N}]' + word, 'u'));
    const found = !index || words.length === 0 ? [] : index.cells
      .map(cell => ({ cell, score: words.every(word => word.test(cell.head) || word.test(cell.folded)) ? 1 + 3 * words.filter(word => word.test(cell.head)).length : 0 }))
      .filter(one => one.score > 0).sort((a, b) => b.score - a.score).slice(0, 20);
    list.replaceChildren(...found.map(({ cell }) => {
      const item = document.createElement('li'), link = document.createElement('a');
      link.href = `${document.body.dataset.root}${cell.page.split('/').map(encodeURIComponent).join('/')}#${encodeURIComponent(cell.id)}`;
      const head = document.createElement('strong'), snippet = document.createElement('span');
      head.textContent = cell.heading && cell.heading !== cell.title ? `${cell.title} › ${cell.heading}` : cell.title;
      const at = Math.max(0, ...words.map(word => cell.folded.search(word)));
      snippet.textContent = (at > 60 ? '… ' : '') + cell.text.slice(at > 60 ? at - 40 : 0).slice(0, 160);
      link.append(head, snippet);
      link.onclick = () => box.close();
      item.append(link);
      return item;
    }));
    if (index && words.length > 0 && found.length === 0) {
      const none = document.createElement('li');
      none.textContent = document.body.dataset.nothing;
      list.append(none);
    }
  }
  field.addEventListener('input', find);
  box.addEventListener('click', event => { if (event.target === box) box.close(); });
  box.addEventListener('keydown', event => {
    const links = [...list.querySelectorAll('a')], at = links.indexOf(document.activeElement);
    if (event.key === 'ArrowDown' && links.length) { event.preventDefault(); links[Math.min(at + 1, links.length - 1)].focus(); }
    if (event.key === 'ArrowUp') { event.preventDefault(); (at > 0 ? links[at - 1] : field).focus(); }
    if (event.key === 'Enter' && document.activeElement === field) links[0]?.click();
  });
  document.querySelector('button.search')?.addEventListener('click', openSearch);
  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, [contenteditable]')) return;
    if (event.key === '/') { event.preventDefault(); openSearch(); }
    if (event.key === '[') document.querySelector('.feet a.previous')?.click();
    if (event.key === ']') document.querySelector('.feet a.next')?.click();
  });

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
