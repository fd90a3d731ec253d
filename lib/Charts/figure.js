(() => {
  // Draws the charts of this page that are not drawn yet. The same script stands in every chart's output; outputs may
  // run in any order, before they are on the page, and before plotly.js has arrived.
  const cdn = 'https://cdn.plot.ly/plotly-2.28.0.min.js';
  const host = document.currentScript && document.currentScript.parentElement;

  // Loads a script although a page may have an AMD loader, which plotly.js would otherwise register with.
  const plotly = () => window.coursePlotly ??= new Promise(resolve => {
    const started = Date.now();
    let asked = false;
    const look = () => {
      if (window.Plotly) return resolve(window.Plotly);
      const coming = document.querySelector('script[src*="plotly"],#course-plotly-gz');
      if (!asked && !coming && Date.now() - started > 5000) {
        asked = true;
        const define = window.define;
        const script = document.createElement('script');
        script.src = cdn;
        script.onload = script.onerror = () => { window.define = define; };
        window.define = undefined;
        document.head.append(script);
      }
      setTimeout(look, Date.now() - started < 20000 ? 60 : 1000);
    };
    look();
  });

  const isDark = () => {
    const root = document.documentElement, body = document.body;
    const theme = root.dataset.theme || root.dataset.bsTheme;
    if (theme) return theme === 'dark';
    if (body.dataset.jpThemeLight) return body.dataset.jpThemeLight === 'false';
    if (/vscode-(dark|high-contrast(?!-light))/.test(body.className)) return true;
    if (/vscode-(light|high-contrast-light)/.test(body.className)) return false;
    return matchMedia('(prefers-color-scheme: dark)').matches;
  };

  // Colours of text, axes and grid follow the page.
  const themed = layout => {
    const dark = isDark();
    const ink = dark ? '#e6e6e6' : '#222', line = dark ? '#6b6b6b' : '#9a9a9a', grid = dark ? '#3a3a3a' : '#e4e4e4';
    const paper = dark ? 'rgba(30,30,30,.85)' : 'rgba(255,255,255,.85)';
    const result = { ...layout, font: { ...layout.font, color: ink } };
    delete result.title;
    const axis = (settings, spatial) => ({
      gridcolor: grid, linecolor: line, zerolinecolor: line, tickcolor: line, color: ink, showline: !spatial,
      ...(spatial ? { backgroundcolor: 'rgba(0,0,0,0)', showbackground: false, tickfont: { size: 11 } } : {}), ...settings });
    for (const name of ['xaxis', 'yaxis']) if (layout[name]) result[name] = axis(layout[name], false);
    if (layout.scene) {
      result.scene = { ...layout.scene };
      for (const name of ['xaxis', 'yaxis', 'zaxis']) result.scene[name] = axis(layout.scene[name], true);
    }
    const note = one => ({ arrowcolor: ink, ...(one.showarrow ? { bgcolor: paper } : {}), ...one });
    if (layout.annotations) result.annotations = layout.annotations.map(note);
    const control = { bgcolor: dark ? '#333' : '#f4f4f4', bordercolor: line, font: { color: ink } };
    if (layout.sliders) result.sliders = layout.sliders.map(one => ({ ...control, tickcolor: line, ...one }));
    if (layout.updatemenus) result.updatemenus = layout.updatemenus.map(one => ({ ...control, ...one }));
    if (matchMedia('(pointer: coarse)').matches) result.dragmode = layout.scene ? 'orbit' : false;
    return result;
  };

  const draw = async element => {
    if (element.dataset.drawn) return;
    element.dataset.drawn = 'waiting';
    const Plotly = await plotly();
    const canvas = element.querySelector('.course-figure-canvas');
    const figure = JSON.parse(element.dataset.figure);
    const frames = (figure.frames || []).map(frame => {
      const { annotations } = themed({ annotations: frame.layout.annotations });
      return { ...frame, layout: { ...frame.layout, annotations } };
    });
    canvas.replaceChildren();
    await Plotly.newPlot(canvas, figure.data, themed(figure.layout), figure.config);
    if (frames.length) await Plotly.addFrames(canvas, frames);
    element.dataset.drawn = 'yes';
    const restyle = () => canvas.isConnected && Plotly.relayout(canvas, themed(figure.layout));
    document.addEventListener('course-theme', restyle);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', restyle);
    new MutationObserver(restyle).observe(document.body, { attributeFilter: ['class', 'data-jp-theme-light'] });
  };

  const look = left => {
    const found = [...(host ? [host] : []), ...document.querySelectorAll('.course-figure')]
      .filter(one => one.matches('.course-figure:not([data-drawn])'));
    found.forEach(one => draw(one).catch(error => { console.error(error); }));
    if (!found.length && left > 0) setTimeout(() => look(left - 1), 100);
  };
  look(host && host.matches('.course-figure') ? 0 : 50);
})();
