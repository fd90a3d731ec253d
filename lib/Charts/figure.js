(() => {
  // Draws the charts of this page that are not drawn yet. The same script stands in every chart's output; outputs may
  // run in any order, before they are on the page, and before plotly.js has arrived.
  const cdn = 'https://cdn.plot.ly/plotly-2.28.0.min.js';
  const host = document.currentScript && document.currentScript.parentElement;

  // Waits for the plotly.js of the page or of the setup cell; asks the network only when neither is there.
  const plotly = () => window.coursePlotly ??= new Promise(resolve => {
    const started = Date.now();
    let asked = false;
    const look = () => {
      if (window.Plotly) return resolve(window.Plotly);
      const coming = document.querySelector('script[src*="plotly"],#course-plotly-gz');
      if (!asked && !coming && Date.now() - started > 5000) {
        asked = true;
        // A page's AMD loader would swallow plotly.js: hidden while it loads.
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
    if (root.dataset.theme) return root.dataset.theme === 'dark';
    if (body.dataset.jpThemeLight) return body.dataset.jpThemeLight === 'false';
    if (/vscode-(dark|high-contrast(?!-light))/.test(body.className)) return true;
    if (/vscode-(light|high-contrast-light)/.test(body.className)) return false;
    return matchMedia('(prefers-color-scheme: dark)').matches;
  };

  // The palette's colours, lighter, for a dark page; a map is its own background.
  const lighter = { '#0072B2': '#4FA8E0', '#D55E00': '#FF8A3D', '#009E73': '#35C79B', '#CC79A7': '#E39CC4' };

  const read = element => {
    const text = element.dataset.figure;
    return JSON.parse(isDark() && !text.includes('"colorscale"') ? text.replace(/#(0072B2|D55E00|009E73|CC79A7)/g, color => lighter[color]) : text);
  };

  // Text in lines of about so many letters, broken between words.
  const lines = (text, letters) => {
    const rows = [''];
    for (const word of text.split(' ')) {
      const last = rows[rows.length - 1];
      if (last && last.length + 1 + word.length > letters) rows.push(word);
      else rows[rows.length - 1] = last ? last + ' ' + word : word;
    }
    return rows.join('<br>');
  };

  // What a drawn chart turned out to need: titles longer than their axis, on several lines.
  const misfits = (canvas, layout) => {
    const size = canvas._fullLayout._size;
    const found = {};
    for (const [name, room, side] of [['xaxis', size.w, 'width'], ['yaxis', size.h, 'height']]) {
      const axis = layout[name];
      if (!axis) continue;
      const title = canvas.querySelector(name === 'xaxis' ? '.xtitle' : '.ytitle');
      const long = title ? title.getBoundingClientRect()[side] / room : 0;
      if (long > 1.02) found[name] = { title: { ...axis.title, text: lines(axis.title.text, Math.ceil(axis.title.text.length / Math.ceil(long)) + 3) } };
    }
    return found;
  };

  // Labels under bars stay level: on several lines where they have little room.
  const wrapLabels = (axis, data, width) => {
    const labels = axis.type === 'category' && data.length > 0 && data.every(one => one.type === 'bar') && data[0].x;
    if (!Array.isArray(labels)) return {};
    const letters = Math.max(6, Math.floor((width - 90) / labels.length / 7.5));
    if (labels.every(one => String(one).length <= letters)) return {};
    return { tickmode: 'array', tickvals: labels, ticktext: labels.map(one => lines(String(one), letters)), tickangle: 0 };
  };

  // Colours of text, axes and grid follow the page; the title stands above the drawing, where it can wrap.
  const themed = (layout, data, width, fits) => {
    const dark = isDark();
    const ink = dark ? '#e6e6e6' : '#222', line = dark ? '#6b6b6b' : '#9a9a9a', grid = dark ? '#3a3a3a' : '#e4e4e4';
    const { title, ...result } = { ...layout, font: { ...layout.font, color: ink } };
    const plane = { gridcolor: grid, linecolor: line, zerolinecolor: line, tickcolor: line, color: ink, showline: true };
    const space = { ...plane, showline: false, showbackground: false, tickfont: { size: 11 } };
    for (const name of ['xaxis', 'yaxis']) if (layout[name]) result[name] = { ...plane, ...layout[name], ...fits[name] };
    if (result.xaxis) Object.assign(result.xaxis, wrapLabels(result.xaxis, data, width));
    if (layout.scene) {
      result.scene = { ...layout.scene };
      // Far enough away for the words at the edges; a narrow drawing needs no more height than width.
      const narrow = width < 500, far = narrow ? 1.42 : 1.14;
      for (const name of ['xaxis', 'yaxis', 'zaxis']) {
        const axis = layout.scene[name];
        result.scene[name] = { ...space, ...axis, ...(narrow ? { title: { ...axis.title, font: { size: 11 } }, tickfont: { size: 9 }, nticks: 5 } : {}) };
      }
      const { x, y, z } = layout.scene.camera.eye;
      result.scene.camera = { eye: { x: x * far, y: y * far, z: z * far }, center: { x: 0, y: 0, z: -0.12 } };
      if (narrow) result.height = Math.min(layout.height, Math.max(width, 320));
    }
    // Pictures in rows keep their shape: where they are narrower they are lower, too.
    if (layout.yaxis && layout.yaxis.scaleanchor && layout.yaxis.visible === false && data[0].z)
      result.height = Math.min(layout.height, Math.round(width * data[0].z.length / data[0].z[0].length) + 16);
    // Behind a note, and behind the words at a guide line that crosses bars; elsewhere they would hide the ends of lines.
    const paper = dark ? 'rgba(30,30,30,.85)' : 'rgba(255,255,255,.85)';
    const bars = data.some(trace => trace.type === 'bar');
    result.annotations = (layout.annotations || []).map(one =>
      ({ arrowcolor: ink, ...(one.showarrow || (bars && one.xref === 'paper') ? { bgcolor: paper } : {}), ...one }));
    if (matchMedia('(pointer: coarse)').matches) result.dragmode = layout.scene ? 'orbit' : false;
    return result;
  };

  // A slider and a button of the page's own, so that keyboard and screen reader can use them; nothing moves by itself.
  const addControls = (element, figure, show) => {
    const make = (name, settings) => Object.assign(document.createElement(name), settings);
    const bar = make('div', { className: 'course-figure-controls' });
    bar.style.cssText = 'display:flex;gap:.5em;align-items:center;flex-wrap:wrap;margin:.2em 0 .6em';
    const { step, play, pause } = figure.controls;
    const button = make('button', { type: 'button', textContent: '▶ ' + play });
    const slider = make('input', { type: 'range', min: 0, max: figure.frames.length - 1, step: 1, value: 0, ariaLabel: step });
    const output = make('output');
    slider.style.cssText = 'flex:1 1 160px;min-width:120px';
    slider.style.accentColor = '#0072B2';
    button.style.minWidth = '6em';
    output.style.minWidth = '4em';
    let timer = 0;
    const say = index => {
      slider.value = index;
      const label = figure.frames[index].name;
      output.textContent = `${step}: ${label}`;
      slider.setAttribute('aria-valuetext', label);
    };
    const go = index => { say(index); show(index); };
    const stop = () => { clearInterval(timer); timer = 0; button.textContent = '▶ ' + play; };
    button.onclick = () => {
      if (timer) return stop();
      if (+slider.value === figure.frames.length - 1) go(0);
      button.textContent = '❚❚ ' + pause;
      timer = setInterval(() => {
        if (+slider.value >= figure.frames.length - 1 || !bar.isConnected) return stop();
        go(+slider.value + 1);
      }, 500);
    };
    slider.oninput = () => { stop(); go(+slider.value); };
    bar.append(button, slider, output);
    element.querySelector('.course-figure-canvas').after(bar);
    say(0);
  };

  const draw = async element => {
    if (element.dataset.drawn) return;
    element.dataset.drawn = 'waiting';
    const Plotly = await plotly();
    const canvas = element.querySelector('.course-figure-canvas');
    let shown = 0, fits = null;
    const show = async () => {
      const { data, layout, config, frames } = read(element);
      const frame = frames && frames[shown];
      if (frame) {
        frame.traces.forEach((trace, i) => { data[trace] = frame.data[i]; });
        Object.assign(layout, frame.layout);
      }
      // Without a mouse the tool bar would not hide.
      const bar = matchMedia("(hover: none)").matches ? { displayModeBar: false } : {};
      const draw = () => {
        const result = themed(layout, data, canvas.clientWidth, fits || {});
        if (result.height) canvas.style.minHeight = result.height + 'px';
        return Plotly.react(canvas, data, result, { ...config, ...bar });
      };
      await draw();
      if (fits) return;
      fits = misfits(canvas, layout);
      if (Object.keys(fits).length) await draw();
    };
    canvas.replaceChildren();
    await show();
    const figure = read(element);
    if (figure.frames) addControls(element, figure, index => { shown = index; show(); });
    element.dataset.drawn = 'yes';
    let dark = isDark();
    const restyle = () => {
      if (!canvas.isConnected || dark === isDark()) return;
      dark = isDark();
      show();
    };
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
  // Charts that were saved without the script of their own ask for this one.
  window.courseFigures = () => look(0);
  look(host && host.matches('.course-figure') ? 0 : 50);
})();
